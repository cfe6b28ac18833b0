/** The only source of the current time. Rules take `now` as an argument; services read it from here. */
export abstract class Clock {
  abstract now(): Date;
}
