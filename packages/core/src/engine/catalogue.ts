import type { Cause } from '../model/cause.ts';
import type { Reader } from '../model/evidence.ts';
import type { Experiment } from '../model/experiment.ts';
import type { Vendor } from '../model/vendor.ts';

/** The units that judge. The engine gets them as an argument and knows none by name. */
export interface Catalogue {
  readonly readers: readonly Reader[];
  readonly vendors: readonly Vendor[];
  readonly causes: readonly Cause[];
  readonly experiments: readonly Experiment[];
}
