/** What a reception answers to a card: the record as written by the server, or why there is none. */
export interface CheckInAnswer {
  kind: 'recorded' | 'already' | 'refused';
  title: string;
  lines: readonly { text: string; weight?: 'large' | 'strong' }[];
  link?: { href: string; label: string };
}

/** The words of a reception's form. */
export interface CheckInWords {
  scanField: string;
  scanHint: string;
  checkIn: string;
  camera: string;
}
