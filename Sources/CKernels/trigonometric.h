/// Sine and cosine in single precision, worked out in double precision and rounded once. For generated data and
/// engineered inputs, where they are few.
///
/// Included with fused multiply-add switched off (`#pragma clang fp contract(off)`).

#ifndef DESCENT_TRIGONOMETRIC_H
#define DESCENT_TRIGONOMETRIC_H

#include "elementary.h"

/// x = quarter·π/2 + rest, |rest| ≤ π/4; the quarter counts modulo 4.
struct quarter_turn {
  uint32_t quarter;
  double rest;
};

/// For |x| < 2²⁰: π/2 in two parts, the first short enough that the quarters times it are exact.
ELEMENTARY struct quarter_turn small_turn(float x) {
  const double magic = 0x1.8p52;  // adding it rounds to an integer
  double quarters = ((double)x * 0x1.45f306dc9c883p-1 + magic) - magic;
  struct quarter_turn turn;
  turn.quarter = (uint32_t)(int32_t)quarters;
  turn.rest = ((double)x - quarters * 0x1.921fb54400000p+0) - quarters * 0x1.0b4611a626331p-34;
  return turn;
}

/// For large x (Payne and Hanek 1983): x·2/π modulo 4 from those 128 bits of 2/π that matter to it.
ELEMENTARY struct quarter_turn large_turn(float x) {
  static const uint64_t two_over_pi[5] = {0, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561};  // the point stands after the first word
  uint32_t bits = bits_of(x);
  uint32_t skipped = 61 + ((bits >> 23) & 255) - 150 + 1;  // bits of a weight of 4 and more, times x's last bit
  uint32_t word = skipped >> 6, shift = skipped & 63;
  unsigned __int128 window = 0;
  for (uint32_t i = 0; i < 2; i++) {
    uint64_t high = two_over_pi[word + i] << shift;
    uint64_t low = shift ? two_over_pi[word + i + 1] >> (64 - shift) : 0;
    window = window << 64 | (high | low);
  }
  uint64_t turns = (uint64_t)((window * ((bits & 0x007fffff) | 0x00800000)) >> 64);  // in units of 2⁻⁶² quarters
  struct quarter_turn turn;
  turn.quarter = (uint32_t)((turns + (1ull << 61)) >> 62);
  turn.rest = (double)(int64_t)(turns - ((uint64_t)turn.quarter << 62)) * 0x1.921fb54442d18p-62;
  if (x < 0) {
    turn.quarter = 0u - turn.quarter;
    turn.rest = -turn.rest;
  }
  return turn;
}

/// sin(x + shift·π/2)
ELEMENTARY float elementary_sine(float x, uint32_t shift) {
  float size = x < 0 ? -x : x;
  if (!(size < __builtin_inff())) return x - x;
  struct quarter_turn turn = size < 0x1p20f ? small_turn(x) : large_turn(x);
  double r = turn.rest, t = r * r;
  double sine = r + r * t * (-0x1.555544a29b9d2p-3 + t * (0x1.1106fc253eacfp-7 + t * -0x1.992c054a30680p-13));
  double cosine = 1 - 0.5 * t + t * t * (0x1.55554a0d39666p-5 + t * (-0x1.6c0c221db36c5p-10 + t * 0x1.99e33a106de80p-16));
  uint32_t quarter = turn.quarter + shift;
  double value = quarter & 1 ? cosine : sine;
  return (float)(quarter & 2 ? -value : value);
}

ELEMENTARY float elementary_sin(float x) { return x == 0 ? x : elementary_sine(x, 0); }
ELEMENTARY float elementary_cos(float x) { return elementary_sine(x, 1); }

#endif
