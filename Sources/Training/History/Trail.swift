/// What leads back into a branch: the changes made on it and the moments kept of it.
struct Trail<P: Process>: Sendable {
  /// Every change since the beginning, the ancestors' before the fork included.
  var edits: [LoggedEdit<P>]
  /// How many of `edits` were made before it parted.
  let inherited: Int
  /// How many of `edits`, from the first, are no longer known: no keyframe before them is of use.
  var forgotten = 0
  /// Its own, since the fork, in the order of their clocks.
  var keyframes = ChunkedArray<Keyframe<P>>()
  /// The memory of its branch's curve when that was counted last, in bytes.
  var curve = 0

  /// The memory that it holds beyond what it shares with its parent's, keyframes and curve not counted.
  var footprint: Footprint {
    let logged = edits.count * MemoryLayout<LoggedEdit<P>>.stride
    return edits.dropFirst(inherited).compactMap(\.edit).map(P.footprint).reduce(
      Footprint(own: MemoryLayout<Branch>.stride + MemoryLayout<Trail>.stride + logged), +)
  }
}

/// A change and when it was made.
struct LoggedEdit<P: Process>: Sendable {
  /// Its number among all changes of the history, from 1.
  let id: Int
  /// The phases performed before it.
  let clock: Int
  /// The change; nil once nothing that can be returned to lies before it.
  var edit: P.Edit?
}
