/** The version of the command; the build checks that it is the package's. */
export const VERSION = '0.1.0';
