import Testing

@testable import Training

struct ChunkedArrayTests {
  /// Whatever is done to it, it holds what an array holds to which the same was done; copies keep what they held.
  @Test(arguments: 0..<20) func holdsWhatAnArrayHolds(seed: UInt64) {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(below bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    var (list, array) = (ChunkedArray<Int>(), [Int]())
    var copies: [(ChunkedArray<Int>, [Int])] = []
    for i in 0..<400 {
      switch next(below: 24) {
      case 0: copies.append((list, array))
      case 1:
        let divisor = 2 + next(below: 9)
        list.removeAll { $0 % divisor == 0 }
        array.removeAll { $0 % divisor == 0 }
      case 2...4:
        let place = next(below: array.count + 1)
        list.insert(i, at: place)
        array.insert(i, at: place)
      case 5:
        let more = 0..<next(below: 150)
        for j in more { list.append(j) }
        array += more
      case 6:
        let count = next(below: array.count + 1)
        list.cut(to: count)
        array.removeSubrange(count...)
      default:
        list.append(i)
        array.append(i)
      }
      #expect(list.count == array.count && Array(list) == array, "seed \(seed), step \(i)")
    }
    for (list, array) in copies { #expect(Array(list) == array) }
    #expect(
      ChunkedArray(array).elementsEqual(array)
        && Array(list[(array.count / 2)...]) == Array(array[(array.count / 2)...]))
  }

  @Test(arguments: [0, 1, 63, 64, 65, 127, 128, 129]) func anElementGoesInAnywhere(count: Int) {
    for place in 0...count {
      var (list, array) = (ChunkedArray(0..<count), Array(0..<count))
      list.insert(-1, at: place)
      array.insert(-1, at: place)
      #expect(Array(list) == array)
    }
  }
}
