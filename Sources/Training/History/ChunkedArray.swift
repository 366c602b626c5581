/// A long list that grows at its end and of which copies are taken all the time: a copy that grows takes over all but the last
/// chunk, as it is, where an array would be copied whole. So training on a copy costs the same however long the past is.
struct ChunkedArray<Element: Sendable>: RandomAccessCollection, Sendable {
  /// All are full but the last; none is empty.
  private var chunks: [[Element]] = []

  /// The elements of a chunk.
  static var chunk: Int { 64 }

  init() {}

  /// A list of these elements.
  init(_ elements: some Sequence<Element>) {
    for element in elements { append(element) }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { chunks.last.map { (chunks.count - 1) * Self.chunk + $0.count } ?? 0 }

  subscript(place: Int) -> Element { chunks[place / Self.chunk][place % Self.chunk] }

  /// Adds an element at the end. Complexity: O(count / 64) where another holds a copy, else O(1) on average.
  mutating func append(_ element: Element) {
    if let last = chunks.last, last.count < Self.chunk {
      chunks[chunks.count - 1].append(element)
    } else {
      chunks.append([element])
    }
  }

  /// Puts an element before the one at a place. Complexity: O(1) at the end, else of the number of those behind it.
  mutating func insert(_ element: Element, at place: Int) {
    let later = Array(self[place...])
    cut(to: place)
    append(element)
    for element in later { append(element) }
  }

  /// Takes out all but the first so many. Complexity: O(count / 64).
  mutating func cut(to count: Int) {
    chunks.removeSubrange((count + Self.chunk - 1) / Self.chunk..<chunks.count)
    if count % Self.chunk > 0, let last = chunks.last, last.count > count % Self.chunk {
      chunks[chunks.count - 1].removeSubrange((count % Self.chunk)...)
    }
  }

  /// Takes out the elements that satisfy a condition.
  mutating func removeAll(where isGone: (Element) -> Bool) { self = ChunkedArray(filter { !isGone($0) }) }
}
