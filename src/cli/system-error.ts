/* What the system says of a file that it would not read or write, in words. */

type Words = Readonly<Record<string, string>>;

const ofEither: Words = {
  ENOTDIR: 'a part of the path is not a directory',
  EISDIR: 'it is a directory, expected a file',
  ELOOP: 'the symbolic links form a loop',
  ENAMETOOLONG: 'the name is too long',
};

const ofReading: Words = {
  ...ofEither,
  ENOENT: 'there is no such file',
  EACCES: 'permission to read it is denied',
};

const ofWriting: Words = {
  ...ofEither,
  ENOENT: 'there is no such directory',
  EACCES: 'permission to write there is denied',
  EPERM: 'permission to write there is denied',
  EROFS: 'the file system is read-only',
  EEXIST: 'there is a file of that name, expected a directory',
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the quota is used up',
  EFBIG: 'it would be larger than files may be',
  EIO: 'the device reports an error',
};

/** Why the system would not open or read a file, in words. */
export const whyUnread = (error: unknown): string => inWords(error, ofReading);

/** Why the system would not write, in words. */
export const whyUnwritten = (error: unknown): string => inWords(error, ofWriting);

function inWords(error: unknown, words: Words): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return words[code ?? ''] ?? message;
}
