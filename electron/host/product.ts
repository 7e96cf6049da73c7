/** Which product this is. */
import product from '../../package.json' with { type: 'json' };

/** The version of the product, such as `1.2.3`. */
export const productVersion: string = product.version;
