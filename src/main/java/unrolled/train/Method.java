package unrolled.train;

import unrolled.optim.Schedule;

/**
 * How the optimiser is led through the examples.
 *
 * @param learningRate η before the schedule
 * @param schedule     what η is multiplied with, update by update
 * @param clipNorm     the largest global norm of a gradient; 0 for no limit
 * @param batch        examples of an update; 0 for all of them
 * @param truncate     steps after which the gradient is cut and an update made, with the state carried on; 0 for none
 * @param forcing      how often a decoder is given what it should have written, 0..1; else it is given what it wrote
 */
public record Method(double learningRate, Schedule schedule, double clipNorm, int batch, int truncate,
                     double forcing) { }
