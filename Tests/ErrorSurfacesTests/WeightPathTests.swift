import NeuralNetwork
import Testing

@testable import ErrorSurfaces

@Suite struct WeightPathTests {
  private func path(_ updates: Range<Int>, capacity: Int) -> WeightPath {
    var path = WeightPath(capacity: capacity)
    for update in updates { path.record(TestFunction.point(Float(update), 0), update: update) }
    return path
  }

  @Test(arguments: [1, 2, 3, 7, 8, 9, 100, 1000, 4097]) func thinningKeepsTheEndsAndTheSpacing(count: Int) {
    let points = path(0..<count, capacity: 8).points
    #expect(points.count <= 9)
    #expect(points.first?.update == 0 && points.last?.update == count - 1)
    let gaps = zip(points, points.dropFirst()).map { $1.update - $0.update }
    #expect(Set(gaps.dropLast()).count <= 1)
    #expect((gaps.last ?? 0) <= (gaps.first ?? 0))
    #expect(points.dropLast().allSatisfy { path(0..<count, capacity: 8).keeps(update: $0.update) })
    #expect(count < 8 || points.count > 4)
  }

  @Test func goingBackCutsThePathOff() {
    var walked = path(0..<100, capacity: 8)
    walked.record(TestFunction.point(0, 1), update: 40)
    #expect(walked.points.allSatisfy { $0.update <= 40 })
    #expect(walked.points.last?.parameters == TestFunction.point(0, 1))
    walked.record(TestFunction.point(0, 2), update: 41)
    #expect(walked.points.last?.update == 41)
  }

  @Test func memoryIsBounded() {
    let layout = Parameters.Layout(sizes: [1000, 1000, 1])
    #expect(WeightPath(bytes: 1 << 20, layout: layout).capacity == 8)
    #expect(WeightPath(bytes: 64 << 20, layout: TestFunction.layout).capacity == 512)
    #expect(WeightPath().points.isEmpty)
  }
}
