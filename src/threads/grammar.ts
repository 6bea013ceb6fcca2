/**
 * The grammar of a file of threads, in ohm's notation: parsing expressions, so that it is never
 * ambiguous.
 */
export const grammarText = String.raw`
Threads {
  File      = "K" caseName string? Clause* Section* Answer* end
  Section   = Objects | Item
  Clause    = "cite" string ";"               -- cite
            | "law" ListOf<lawName, ","> ";"  -- law
            | "kernel" version ";"            -- version
            | "with" string ";"               -- beside
  Objects   = "{" Object* "}"
  Object    = type ident Times? Initial? ";"
  Times     = "[" number "]"
  Index     = "[" "self" ~identRest "]"  -- self
            | "[" number "]"             -- number
  Initial   = "=" NonemptyListOf<initialWord, "|">
  type      = "struct" spaces ident  -- struct
            | ident                  -- plain
  initialWord = ident | number
  Item      = itemKind ident "(" ListOf<Parameter, ","> ")" Modifier* Block
  itemKind  = "static" staticType  -- typed
            | ident                -- plain
  staticType = spaces ("inline" spaces)? ("void" | numberWords) ~identRest
  Parameter = "void" ~identRest               -- none
            | numberType? ident               -- name
  Modifier  = "on" ident             -- on
            | "at" ident             -- at
            | "again" ~identRest     -- again
            | "[" number "]"         -- times
  Block     = "{" Statement* "}"
  Statement = Block
            | "if" "(" Expression ")" Statement "else" Statement  -- ifElse
            | "if" "(" Expression ")" Statement                   -- if
            | "while" "(" Expression ")" Statement                -- while
            | "do" Statement "while" "(" Expression ")" ";"       -- do
            | "goto" ident ";"                                    -- goto
            | "return" Expression? ";"                            -- return
            | "break" ";"                                         -- break
            | "continue" ";"                                      -- continue
            | "for" "(" First? ";" Expression? ";" Change? ")" Statement  -- for
            | "guard" "(" ident ")" "(" ListOf<Argument, ","> ")" ";"     -- guard
            | "scoped_guard" "(" ident Given* ")" Statement               -- scoped
            | numberType NonemptyListOf<Local, ","> ";"           -- local
            | Change ";"                                          -- change
            | ident ":" ~":"                                      -- label
            | Expression ";"                                      -- expression
            | ";"                                                 -- empty
  Local     = ident Value?
  First     = numberType ident "=" Expression  -- local
            | ident "=" Expression             -- assign
  Change    = ident "++"           -- more
            | "++" ident           -- moreBefore
            | ident "--"           -- less
            | "--" ident           -- lessBefore
            | ident "=" Expression -- assign
  Given     = "," Argument
  Value     = "=" Expression
  Expression = Expression "||" And   -- or
            | And
  And       = And "&&" Compare       -- and
            | Compare
  Compare   = Unary "==" Unary       -- equal
            | Unary "!=" Unary       -- unequal
            | Unary "<=" Unary       -- most
            | Unary ">=" Unary       -- least
            | Unary "<" Unary        -- less
            | Unary ">" Unary        -- more
            | Unary
  Unary     = "!" Unary              -- not
            | Primary
  Primary   = ("likely" | "unlikely") "(" Expression ")"  -- likely
            | ident "(" ListOf<Argument, ","> ")"  -- call
            | "(" Expression ")"     -- paren
            | "-" ident              -- error
            | "-" number             -- negative
            | number                 -- number
            | ident                  -- variable
  Argument  = "&" ident Index?       -- object
            | ident "|" NonemptyListOf<ident, "|">  -- flags
            | Expression             -- value
  Answer    = answerBy answerWord Named? string? ";"
  Named     = "(" ListOf<promiseName, ","> ")"
  answerBy    = ident
  answerWord  = (ascii | "-")+
  promiseName = (asciiOrDigit | "-" | "_" | "[" | "]" | ":")+
  lawName     = (asciiOrDigit | "-")+
  caseName    (a name of letters, digits, + and -) = (asciiOrDigit | "+" | "-" | "_" | ".")+
  version     = digit+ "." digit+
  ident       = ~keyword (ascii | "_") identRest*
  identRest   = asciiOrDigit | "_"
  ascii  (a letter)  = "a".."z" | "A".."Z"
  asciiOrDigit (a letter or a digit)  = ascii | digit
  keyword     = ("if" | "else" | "while" | "do" | "for" | "goto" | "return" | "break" | "continue"
              | "int" | "guard" | "scoped_guard") ~identRest
  numberType  (a type of numbers) = numberWords ~identRest
  numberWords = unsignedWords | "unsigned" | "int" | "long" | "bool" | "ssize_t" | "size_t"
              | "u32" | "u64" | "s32" | "s64" | "irqreturn_t" | "vm_fault_t"
  unsignedWords = "unsigned" spaces ("long" | "int")
  number      = digit+
  string      = "\"" (~"\"" ~"\n" any)* "\""
  space      += "//" (~"\n" any)*           -- line
              | "/*" (~"*/" any)* "*/"      -- block
}
`;
