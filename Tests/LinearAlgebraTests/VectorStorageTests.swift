import Foundation
import LinearAlgebra
import Testing

struct VectorStorageTests {
  @Test func beginsAtACacheLine() {
    let vectors = (0..<100).map { VectorStorage(count: $0) }
    for vector in vectors {
      #expect(Int(bitPattern: vector.pointer) % 64 == 0)
      #expect((0..<vector.count).allSatisfy { vector.pointer[$0] == 0 })
    }
  }

  /// What passes leaves gaps that what passes next fits in, though little things that last are put between.
  @Test func whatPassesLeavesNoGaps() async {
    await #expect(processExitsWith: .success) {
      func residentBytes() throws -> Int {
        let words = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return try #require(Int(words[1])) * sysconf(Int32(_SC_PAGESIZE))
      }
      Heap.returnLargeBlocks()
      var lasting: [VectorStorage] = []
      let before = try residentBytes()
      for round in 0..<2_000 {
        let passing = [60_000, 8, 30_000, 1, 60_000].map { VectorStorage(count: $0) }
        lasting += (0..<3).map { VectorStorage(count: 113 + round % 7 * $0) }
        precondition(passing.count == 5)
      }
      let kept = lasting.reduce(0) { $0 + $1.count * MemoryLayout<Float>.stride }
      let grown = try residentBytes() - before
      print("kept \(kept) bytes, grown by \(grown)")
      precondition(grown < 4 * kept + 10_000_000)
    }
  }
}
