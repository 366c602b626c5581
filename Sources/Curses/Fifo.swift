/// A queue: whatever its length, taking and adding an element cost the same.
struct Fifo<Element> {
  private var elements: [Element] = []
  private var taken = 0

  var count: Int { elements.count - taken }
  var isEmpty: Bool { count == 0 }

  mutating func append(_ element: Element) { elements.append(element) }

  /// Takes the oldest element, in constant time on average: the room of those taken is given back once they are the more.
  mutating func takeFirst() -> Element? {
    guard taken < elements.count else { return nil }
    let element = elements[taken]
    taken += 1
    if taken * 2 > elements.count {
      elements.removeFirst(taken)
      taken = 0
    }
    return element
  }
}
