/// The changes made on the way to a branch's tip, numbered from 0; of the first of them no more may be known than how many
/// there were. Copies share what they have in common.
struct EditLog<P: Process>: Sendable {
  /// How many changes, from the first, are no longer known: no keyframe before them is of use.
  private(set) var forgotten = 0
  /// Those that are known, in their order.
  private(set) var known = ChunkedArray<LoggedEdit<P>>()
  /// The number among all changes of the last that is not known any more.
  private var lastForgotten = 0

  /// How many there were, known or not.
  var count: Int { forgotten + known.count }

  /// A change that is known.
  subscript(place: Int) -> LoggedEdit<P> { known[place - forgotten] }

  /// The number among all changes of the last of the first so many; 0 where there is none.
  func id(ofLastOf count: Int) -> Int { count > forgotten ? self[count - 1].id : lastForgotten }

  /// Adds a change.
  mutating func append(_ edit: LoggedEdit<P>) { known.append(edit) }

  /// Forgets all but how many there were up to a place. Complexity: O(count).
  mutating func forget(upTo place: Int) {
    guard place > forgotten else { return }
    lastForgotten = id(ofLastOf: place)
    known = ChunkedArray(known.dropFirst(place - forgotten))
    forgotten = place
  }

  /// The log up to a place behind all that is forgotten.
  func upTo(_ place: Int) -> EditLog {
    var log = self
    log.known.cut(to: place - forgotten)
    return log
  }
}

/// A change and when it was made.
struct LoggedEdit<P: Process>: Sendable {
  /// Its number among all changes of the history, from 1.
  let id: Int
  /// The phases performed before it.
  let clock: Int
  /// The change.
  let edit: P.Edit
}
