/// What leads back into a branch: the changes made on it and the moments kept of it.
struct Trail<P: Process>: Sendable {
  /// Every change since the beginning, the ancestors' before the fork included.
  var edits: EditLog<P>
  /// How many of `edits` were made before it parted.
  let inherited: Int
  /// Its own, since the fork, in the order of their clocks.
  var keyframes = ChunkedArray<Keyframe<P>>()
  /// The memory of its branch's curve when that was counted last, in bytes.
  var curve = 0

  /// The memory that it holds beside changes, keyframes and curve, in bytes.
  var bytes: Int {
    MemoryLayout<Branch>.stride + MemoryLayout<Trail>.stride + edits.known.count * MemoryLayout<LoggedEdit<P>>.stride
  }

  /// The changes beyond those that it shares with its parent's, as far as they are known.
  var ownEdits: Slice<ChunkedArray<LoggedEdit<P>>> { edits.known.dropFirst(max(0, inherited - edits.forgotten)) }
}
