/// The elementary functions in single precision: plain arithmetic and bit patterns only, so that the numbers are the
/// same on every machine and a compiler can run a loop of them several elements at a time.
///
/// Goals, in this order: the same bits everywhere; few operations in short chains, as a network waits
/// for each tanh; errors of few units in the last place.
///
/// Included with fused multiply-add switched off (`#pragma clang fp contract(off)`).

#ifndef DESCENT_ELEMENTARY_H
#define DESCENT_ELEMENTARY_H

#include <stdint.h>

#define ELEMENTARY static inline __attribute__((always_inline))

ELEMENTARY uint32_t bits_of(float x) {
  uint32_t bits;
  __builtin_memcpy(&bits, &x, sizeof bits);
  return bits;
}

ELEMENTARY float float_of(uint32_t bits) {
  float x;
  __builtin_memcpy(&x, &bits, sizeof x);
  return x;
}

/// x·2^n in two steps, since 2^n alone may be too large or too small for a float. |n| ≤ 252.
ELEMENTARY float scaled(float x, int32_t n) {
  int32_t half = n >> 1;
  return x * float_of((uint32_t)(half + 127) << 23) * float_of((uint32_t)(n - half + 127) << 23);
}

/// x = n·ln 2 + r with |r| ≤ ½ ln 2 (Cody and Waite: ln 2 in two parts, the first short enough that n times it is exact).
struct exponent {
  int32_t n;
  float r;
};

ELEMENTARY struct exponent exponent_of(float x) {
  const float magic = 0x1.8p23f;  // adding it rounds to an integer
  float rounded = x * 0x1.715476p0f + magic;
  float n = rounded - magic;
  struct exponent result;
  result.n = (int32_t)(bits_of(rounded) - bits_of(magic));
  result.r = (x - n * 0x1.63p-1f) - n * -0x1.bd0106p-13f;
  return result;
}

/// eʳ − 1 for |r| ≤ ½ ln 2.
ELEMENTARY float exponential_series(float r) {
  float r2 = r * r;
  float p01 = 0x1.fffffcp-2f + r * 0x1.55548ap-3f;
  float p23 = 0x1.555916p-5f + r * 0x1.123fc6p-7f;
  return r + r2 * (p01 + r2 * (p23 + r2 * 0x1.6a1a72p-10f));
}

ELEMENTARY float elementary_exp(float x) {
  float clipped = x > 89.0f ? 89.0f : x;
  clipped = clipped < -104.0f ? -104.0f : clipped;
  struct exponent e = exponent_of(clipped);
  return scaled(1.0f + exponential_series(e.r), e.n);
}

/// eˣ − 1, exact to the last places near 0 too.
ELEMENTARY float elementary_expm1(float x) {
  float clipped = x > 88.0f ? 88.0f : x;
  clipped = clipped < -20.0f ? -20.0f : clipped;
  struct exponent e = exponent_of(clipped);
  float power = float_of((uint32_t)(e.n + 127) << 23);
  float near = power * exponential_series(e.r) + (power - 1.0f);
  return x > 88.0f ? elementary_exp(x) : near;
}

/// ln(1 + f) = f − ½f² + s(½f² + R(s²)) with s = f / (2 + f), for 1 + f in [√½, √2); returns all but the leading f.
ELEMENTARY float logarithm_tail(float f, float rest) {
  float s = f / (2.0f + f);
  float z = s * s;
  float series = z * (0x1.55557ap-1f + z * (0x1.995e8cp-2f + z * 0x1.31e82cp-2f));
  float half = 0.5f * f * f;
  return s * (half + series) + rest - half;
}

#define LN2_HIGH 0x1.62e3p-1f
#define LN2_LOW 0x1.2fefa2p-17f

ELEMENTARY float elementary_log(float x) {
  int tiny = x < 0x1p-126f;
  uint32_t bits = bits_of(tiny ? x * 0x1p23f : x) + (0x3f800000 - 0x3f3504f3);
  float k = (float)((int32_t)(bits >> 23) - (tiny ? 150 : 127));
  float f = float_of((bits & 0x007fffff) + 0x3f3504f3) - 1.0f;
  float value = logarithm_tail(f, k * LN2_LOW) + f + k * LN2_HIGH;
  value = x == 0 ? -__builtin_inff() : value;
  value = x < 0 ? __builtin_nanf("") : value;
  return x < __builtin_inff() ? value : x;
}

/// ln(1 + x). What 1 + x loses in rounding is added again: ln(u + c) ≈ ln u + c/u.
ELEMENTARY float elementary_log1p(float x) {
  float u = 1.0f + x;
  uint32_t bits = bits_of(u) + (0x3f800000 - 0x3f3504f3);
  int32_t exponent = (int32_t)(bits >> 23) - 127;
  float k = (float)exponent;
  float lost = (x < 1.0f ? x - (u - 1.0f) : 1.0f - (u - x)) / u;
  lost = exponent < 25 ? lost : 0.0f;
  float f = exponent == 0 ? x : float_of((bits & 0x007fffff) + 0x3f3504f3) - 1.0f;
  float value = logarithm_tail(f, k * LN2_LOW + (exponent == 0 ? 0.0f : lost)) + f + k * LN2_HIGH;
  value = x == -1.0f ? -__builtin_inff() : value;
  value = x < -1.0f ? __builtin_nanf("") : value;
  value = x == 0 ? x : value;
  return x < __builtin_inff() ? value : x;
}

/// The magnitude of one number with the sign of another.
ELEMENTARY float signed_as(float magnitude, float x) { return float_of(bits_of(magnitude) | (bits_of(x) & 0x80000000)); }

/// x, not beyond ±limit.
ELEMENTARY float within(float limit, float x) {
  float low = x > limit ? limit : x;
  return low < -limit ? -limit : low;
}

/// tanh x = x P(x²) / Q(x²), minimax in the relative error (0.35 units in the last place before rounding, 5 after) up to
/// 9, where it is 1 to the last place; beyond, P / Q stays as it is at 9, and x takes it past 1.
///
/// 1 − 2/(e²ˣ + 1) with a series near 0 errs by 2 units, but takes twice as long: networks of tanh units spend most of
/// their time here.
ELEMENTARY float elementary_tanh(float x) {
  float square = x * x;
  float t = square > 81.0f ? 81.0f : square;
  float t2 = t * t;
  float p = (1.0f + t * 0x1.1207bp-3f) + t2 * ((0x1.ca126ep-9f + t * 0x1.598c62p-16f) + t2 * 0x1.ca4024p-27f);
  float q = (1.0f + t * 0x1.de5922p-2f) + t2 * ((0x1.a7eb8cp-6f + t * 0x1.5863fep-12f) + t2 * 0x1.a11c52p-21f);
  return within(1.0f, x * p / q);
}

/// 1 / (1 + e⁻ˣ), from e^−|x|, which never overflows.
ELEMENTARY float elementary_sigmoid(float x) {
  float power = elementary_exp(x < 0 ? x : -x);
  return (x < 0 ? power : 1.0f) / (1.0f + power);
}

/// erf x = 1 − e^−x² P(1 / (1 + x/2)) for x ≥ 0.83 (the form of Hastings 1955); below, a series in x².
ELEMENTARY float elementary_erf(float x) {
  float size = float_of(bits_of(x) & 0x7fffffff);
  float c = size > 4.0f ? 4.0f : size;
  float t = c * c;
  float u = 1.0f / (1.0f + 0.5f * c);
  float p = u * (0x1.1994a4p-2f + u * (0x1.62499ap-2f + u * (0x1.3df904p-6f + u * (0x1.22c942p-1f + u * -0x1.aacfa0p-3f))));
  float far = 1.0f - elementary_exp(-t) * p;
  float series = 0x1.06eba8p-3f
      + t * (-0x1.81271cp-2f + t * (0x1.ce246cp-4f + t * (-0x1.b72a84p-6f + t * (0x1.4b3c94p-8f + t * -0x1.4c02d6p-11f))));
  return signed_as(c < 0.83f ? c + c * series : far, x);
}

#endif
