/** Seals what is kept secret at rest; what is sealed opens with the same context only. */
export interface Sealer {
  seal(plain: string, context: string): string;
  open(sealed: string, context: string): string;
}
