import CKernels

extension Kernels {
  /// The instructions that the kernels in use are compiled for: the widest that the processor has, unless the environment
  /// variable `DESCENT_KERNELS` says `narrow`. The results are the same to the bit.
  public static var instructions: String {
    let names = ["128 bits (the processor's least)", "AVX2", "AVX-512"]
    return names.indices.first { kernels_at($0) == kernels_in_use() }.map { names[$0] } ?? names[0]
  }
}
