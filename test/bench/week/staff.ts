import { firstPasswordOf, firstPasswords } from '../../support/first-passwords.js';
import { Person, type Answer, type Refusal } from '../../support/person.js';
import type { Notes } from './notes.js';

/** Null: no answer, or one that says that the house cannot answer now. */
export type Answered<Body> = Answer<Body> | null;

export const ownPassword = 'seven lamps under a bridge';

/** A clock that is set by half a day between the sign-in and the next request ends the new session too. */
const mostSignIns = 2;

/** Who works in the city. Somebody whose session is over signs in again, as they would. */
export class Staff {
  readonly #people = new Map<string, Person>();

  constructor(
    private readonly address: string,
    /** Where the first start left everybody's first password. */
    private readonly data: string,
    private readonly notes: Notes,
    /** What the house's log says of requests that failed. */
    private readonly failures: () => readonly string[],
  ) {}

  get<Body>(name: string, path: string): Promise<Answered<Body>> {
    return this.#asked(name, (person) => person.get<Body>(path));
  }

  /** Done once however often it is sent. */
  post<Body>(name: string, key: string, path: string, body: unknown = {}): Promise<Answered<Body>> {
    return this.#asked(name, (person) => person.once<Body>(key, path, body));
  }

  put<Body>(name: string, key: string, path: string, body: unknown): Promise<Answered<Body>> {
    return this.#asked(name, (person) => person.putOnce<Body>(key, path, body));
  }

  stepUp(name: string): Promise<Answered<unknown>> {
    return this.#asked(name, (person) => person.post('/session/step-up', { password: ownPassword }));
  }

  async #asked<Body>(name: string, ask: (person: Person) => Promise<Answer<Body>>): Promise<Answered<Body>> {
    try {
      let answer = await ask(await this.#as(name));
      for (let again = 0; answer.status === 401 && again < mostSignIns; again += 1) {
        this.#people.delete(name);
        answer = await ask(await this.#as(name));
      }
      return this.#told(name, answer);
    } catch (error) {
      this.notes.journal.write('unanswered', { name, why: String(error).slice(0, 120) });
      return null;
    }
  }

  /** A house that cannot answer says 503; any other failure of its own is a fault, and told as such. */
  #told<Body>(name: string, answer: Answer<Body>): Answered<Body> {
    if (answer.status < 500) return answer;
    const { status } = answer;
    const codes = ((answer.body as Partial<Refusal>).reasons ?? []).map(({ code }) => code);
    if (status === 503) this.notes.journal.write('closed', { name, status, codes });
    else this.notes.note({ event: 'failed', name, status, log: this.failures().slice(-1) });
    return null;
  }

  /** At the beginning: a first password is over within the week that is played. */
  async enterAll(): Promise<void> {
    for (const name of firstPasswords(this.data).keys()) await this.get(name, '/session');
  }

  async #as(name: string): Promise<Person> {
    const known = this.#people.get(name);
    if (known !== undefined) return known;
    const person = await this.#entered(name);
    this.#people.set(name, person);
    return person;
  }

  async #entered(name: string): Promise<Person> {
    const own = (): Promise<Person> => Person.signIn(this.address, name, ownPassword);
    if (this.notes.model.staffed.has(name)) return own();
    // Where the answer to the change is lost, the password may be another one already.
    const person = await Person.signInFirst(this.address, name, firstPasswordOf(this.data, name)).catch(own);
    this.notes.note({ event: 'staffed', name });
    return person;
  }
}
