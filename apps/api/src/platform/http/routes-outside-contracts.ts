import { mediaPath } from '@kizuna/shared/contracts/paths-without-endpoint';

/** The only routes of controllers that are not endpoints of packages/shared/src/contracts, and why. */
export const routesOutsideContracts: readonly { route: string; reason: string }[] = [
  {
    route: `HEAD ${mediaPath}/:ticket/*`,
    reason: 'a signed address ends with the path of a file, and platform/delivery alone makes and checks it',
  },
  { route: `GET ${mediaPath}/:ticket/*`, reason: 'the same address' },
];
