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

/// Near 0, tanh x = x − x³ / G(x²), where G = x³ / (x − tanh x) is all but a straight line. Far from it,
/// tanh x = 1 − K / (1 + e²ˣ), and G + W(x − b) stands for the denominator, K chosen so that both meet at b = 0.75.
///
/// At most 1.99 units in the last place off, and it never falls: far, every operation grows with x, as no coefficient is
/// negative (so that rounding keeps the order too); near, x³ / G is so much smaller than x that its rounding does not reach
/// the last place. W, e²ᵘ − 1 but for a factor, is a polynomial of degree 32 in five steps w (w + β), minimax in the error
/// of the whole. The two share one division, and beyond 9 the result is 1 by itself.
ELEMENTARY float elementary_tanh(float x) {
  float size = float_of(bits_of(x) & 0x7fffffff);
  float near = size > 0.75f ? 0.75f : size;
  float t = near * near;
  float g = 0x1.800046p1f + t * (0x1.332dbap0f + t * -0x1.6569e8p-8f);
  float w = (size - near) * 0x1.044838p-3f;
  w = w * (w + 0x1.e854dep-1f);
  w = w * (w + 0x1.2b7164p0f);
  w = w * (w + 0x1.1d6e50p2f);
  w = w * (w + 0x1.5f1290p1f);
  w = w * (w + 0x1.bb464cp1f);
  int is_far = size >= 0.75f;
  float above = is_far ? 0x1.571648p0f : near * t;
  return signed_as((is_far ? 1.0f : size) - above / (g + w), x);
}

/// 1 / (1 + e⁻ˣ) = 1 − q above 0 and q below, where q = 1 / (1 + e^|x|) and e^|x| = 2ⁿ (1 + s), so that 1 + 2ⁿ is exact.
/// Far from 0 it is the sum with the small term that is rounded less, and all is scaled by 2⁻⁶⁴, or e^|x| would overflow.
///
/// At most 1.75 units in the last place off, and it never falls: 1 + s grows with x, as its rounding is smaller than a step.
ELEMENTARY float elementary_sigmoid(float x) {
  float size = float_of(bits_of(x) & 0x7fffffff);
  struct exponent e = exponent_of(size > 105.0f ? 105.0f : size);
  int is_far = size > 16.0f;
  float one = is_far ? 0x1p-64f : 1.0f;
  float power = float_of((uint32_t)(e.n + (is_far ? 63 : 127)) << 23);
  float rest = power * exponential_series(e.r);
  float q = one / (is_far ? power + (rest + one) : (power + one) + rest);
  return x < 0 ? q : 1.0f - q;
}

/// (erf x − x) / x from t = x², for |x| ≤ 0.83.
ELEMENTARY float erf_series(float t) {
  return 0x1.06eba8p-3f
      + t * (-0x1.81271cp-2f + t * (0x1.ce246cp-4f + t * (-0x1.b72a84p-6f + t * (0x1.4b3c94p-8f + t * -0x1.4c02d6p-11f))));
}

/// erf x = 1 − e^−x² P(1 / (1 + x/2)) for x ≥ 0.83 (the form of Hastings 1955); below, a series in x².
ELEMENTARY float elementary_erf(float x) {
  float size = float_of(bits_of(x) & 0x7fffffff);
  float c = size > 4.0f ? 4.0f : size;
  float t = c * c;
  float u = 1.0f / (1.0f + 0.5f * c);
  float p = u * (0x1.1994a4p-2f + u * (0x1.62499ap-2f + u * (0x1.3df904p-6f + u * (0x1.22c942p-1f + u * -0x1.aacfa0p-3f))));
  float far = 1.0f - elementary_exp(-t) * p;
  return signed_as(c < 0.83f ? c + c * erf_series(t) : far, x);
}

/// e^−z²/2. The square is taken in two parts, the first exact, or its rounding would cost digits far from 0.
ELEMENTARY float elementary_bell(float z) {
  float clipped = z > 14.4f ? 14.4f : z;
  clipped = clipped < -14.4f ? -14.4f : clipped;
  float high = float_of(bits_of(clipped) & 0xfffff000);
  struct exponent e = exponent_of(-0.5f * high * high);
  e.r = e.r - 0.5f * (clipped - high) * (clipped + high);
  return scaled(1.0f + exponential_series(e.r), e.n);
}

/// The normal distribution's Φ(z) = e^−z²/2 · u P(u) for z ≤ 0, with u = 1 / (1 + |z|/√8), so that its tail keeps its
/// digits; 1 − Φ(−z) above; ½ + ½ erf(z/√2) near 0.
ELEMENTARY float elementary_normal_share(float z) {
  float size = float_of(bits_of(z) & 0x7fffffff);
  float u = 1.0f / (1.0f + size * 0x1.6a09e6p-2f);
  float p = 0x1.20db52p-3f
      + u * (0x1.212604p-3f + u * (0x1.f1ee84p-4f + u * (0x1.9ee2b2p-4f + u * (-0x1.b025dep-7f
      + u * (0x1.1c5f1cp-3f + u * (-0x1.f29236p-3f + u * (0x1.233ffep-3f + u * -0x1.e3a3cep-6f)))))));
  float tail = elementary_bell(z) * (u * p);
  float h = z * 0x1.6a09e6p-1f;
  float near = 0.5f + 0.5f * (h + h * erf_series(h * h));
  float far = z > 0 ? 1.0f - tail : tail;
  return size < 0.7f ? near : far;
}

#endif
