/**
 * A generator of pseudo-random numbers (XORSHIFT-ADD, Saito and Matsumoto): the same seed, a whole
 * number, gives the same numbers. Throws TypeError for another seed.
 */
export { XSadd as RandomNumbers } from 'ml-xsadd';
