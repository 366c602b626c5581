#include "CKernels.h"

#pragma clang fp contract(off)

#include "elementary.h"
#include "trigonometric.h"

float kernel_exp(float x) { return elementary_exp(x); }
float kernel_expm1(float x) { return elementary_expm1(x); }
float kernel_log(float x) { return elementary_log(x); }
float kernel_log1p(float x) { return elementary_log1p(x); }
float kernel_tanh(float x) { return elementary_tanh(x); }
float kernel_sigmoid(float x) { return elementary_sigmoid(x); }
float kernel_erf(float x) { return elementary_erf(x); }
float kernel_normal_share(float z) { return elementary_normal_share(z); }
float kernel_bell(float z) { return elementary_bell(z); }
float kernel_sin(float x) { return elementary_sin(x); }
float kernel_cos(float x) { return elementary_cos(x); }
