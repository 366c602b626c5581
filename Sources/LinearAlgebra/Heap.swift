import CKernels

/// The memory that the program draws its vectors from.
public enum Heap {
  /// Lets the system have every large block back as soon as it is freed. To be called once, when the program starts.
  ///
  /// By itself glibc begins to take large blocks from the common heap as soon as one has been freed. What is kept for long
  /// and is small, such as a moment of the past, then settles in the gaps that passes over whole sets of data leave, so that
  /// the next pass finds no gap that is wide enough: of 20,000 samples the heap grew to gigabytes, nearly all of it
  /// free. Vectors come from many places, as plain arrays too, which no pool of our own would reach.
  public static func returnLargeBlocks() { heap_return_large_blocks() }
}
