/** The only source of the present time. Rules take `now` as an argument; services take it from here. */
export abstract class Clock {
  abstract now(): Date;
}
