/// The arithmetic that Descent spends its time in. Only LinearAlgebra calls it.
///
/// Every function gives the same bits on every machine: sums run in a fixed order, nothing is fused, and the
/// elementary functions are our own.

#ifndef CKERNELS_H
#define CKERNELS_H

float kernel_exp(float x);
float kernel_expm1(float x);
float kernel_log(float x);
float kernel_log1p(float x);
float kernel_tanh(float x);
float kernel_sigmoid(float x);
float kernel_erf(float x);
float kernel_sin(float x);
float kernel_cos(float x);

#endif
