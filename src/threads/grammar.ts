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
  Item      = ident ident "(" ListOf<Parameter, ","> ")" Modifier* Block
  Parameter = "void" ~identRest      -- none
            | ident                  -- name
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
            | "int" ident Value? ";"                              -- local
            | ident ":" ~":"                                      -- label
            | ident "=" Expression ";"                            -- assign
            | Expression ";"                                      -- expression
            | ";"                                                 -- empty
  Value     = "=" Expression
  Expression = Expression "||" And   -- or
            | And
  And       = And "&&" Compare       -- and
            | Compare
  Compare   = Unary "==" Unary       -- equal
            | Unary "!=" Unary       -- unequal
            | Unary
  Unary     = "!" Unary              -- not
            | Primary
  Primary   = ident "(" ListOf<Argument, ","> ")"  -- call
            | "(" Expression ")"     -- paren
            | "-" ident              -- error
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
  keyword     = ("if" | "else" | "while" | "do" | "goto" | "return" | "break" | "continue" | "int") ~identRest
  number      = digit+
  string      = "\"" (~"\"" ~"\n" any)* "\""
  space      += "//" (~"\n" any)*           -- line
              | "/*" (~"*/" any)* "*/"      -- block
}
`;
