import Foundation
import Testing

@testable import Training

@Suite struct EnvelopeTests {
  @Test func keepsEveryValueWhileThereIsRoom() {
    var curve = Envelope(capacity: 8)
    for update in 1...8 { curve.append(Float(update * update), at: update) }
    #expect(curve.width == 1)
    #expect(curve.buckets.map(\.last) == [1, 4, 9, 16, 25, 36, 49, 64])
    #expect(curve.buckets.map(\.updates) == (1...8).map { $0...$0 })
  }

  @Test(arguments: [9, 100, 1_000, 12_345])
  func halvesAndDoubles(count: Int) {
    var curve = Envelope(capacity: 8)
    let values = (0..<count).map { Float(($0 * 7919) % 1013) }
    for (update, value) in values.enumerated() { curve.append(value, at: update) }
    #expect(curve.buckets.count <= 8)
    #expect(curve.buckets.count >= 4)
    #expect(curve.buckets.reduce(0) { $0 + $1.count } == count)
    for bucket in curve.buckets {
      let own = values[bucket.updates]
      #expect(bucket.least == own.min())
      #expect(bucket.greatest == own.max())
      #expect(bucket.last == own.last)
      #expect(bucket.mean == own.reduce(0) { $0 + Double($1) } / Double(own.count))
    }
  }

  @Test func sparseValuesStayExact() {
    var curve = Envelope(capacity: 4)
    for update in [0, 1_000, 2_000, 3_000, 4_000] { curve.append(Float(update), at: update) }
    #expect(curve.buckets.count <= 4)
    #expect(curve.buckets.last?.greatest == 4_000)
    #expect(curve.buckets.first?.least == 0)
  }

  @Test func forgetsWhatCameLater() {
    var curve = Envelope(capacity: 8)
    for update in 0..<16 { curve.append(Float(update), at: update) }
    #expect(curve.width == 2)
    curve.truncate(after: 8)
    #expect(curve.buckets.last?.updates == 6...7)
    curve.append(5, at: 9)
    #expect(curve.buckets.last?.updates == 9...9)
  }

  @Test func findsTheNearest() {
    var curve = Envelope(capacity: 8)
    #expect(curve.bucket(at: 3) == nil)
    for update in [2, 4, 10] { curve.append(Float(update), at: update) }
    #expect([0, 2, 3, 4, 6, 8, 10, 99].map { curve.bucket(at: $0)!.last } == [2, 2, 2, 4, 4, 10, 10, 10])
  }

  @Test func leavesOutWhatIsNotFinite() {
    var curve = Envelope(capacity: 8)
    curve.append(.nan, at: 1)
    curve.append(.infinity, at: 2)
    curve.append(3, at: 3)
    #expect(curve.buckets.count == 1)
  }
}

@Suite struct LossHistoryTests {
  @Test func staysSmall() {
    var loss = LossHistory(capacity: 64)
    for update in 1...100_000 {
      loss.append(batch: 1, at: update)
      loss.append(training: 1, test: 2, at: update)
      loss.endEpoch(at: update)
      loss.mark("change", at: update)
    }
    #expect(loss.bytes < 64 * 4 * 128)
    #expect(loss.epochs.count <= 64)
    #expect(loss.epochs.last! % loss.epochEvery == 0)
    #expect(loss.marks.last?.update == 100_000)
  }

  @Test func anotherBranchSharesThePast() {
    var loss = LossHistory()
    for update in 1...10 {
      loss.append(batch: Float(update), at: update)
      loss.append(training: Double(update), test: nil, at: update)
      if update % 5 == 0 { loss.endEpoch(at: update) }
    }
    loss.mark("η", at: 3)
    loss.mark("batch", at: 8)
    let branch = loss.upTo(update: 6, epoch: 1)
    #expect(branch.batches.buckets.map(\.last) == [1, 2, 3, 4, 5, 6])
    #expect(branch.training.buckets.count == 6)
    #expect(branch.marks.map(\.label) == ["η"])
    #expect(branch.epochs == [5])
  }
}

/// A curve that has just been halved takes the next value into the bucket that it belongs to.
@Test func aHalvedCurveHasOneBucketForEachStride() throws {
  for capacity in [2, 3, 8, 1024] {
    var curve = Envelope(capacity: capacity)
    for update in 0..<5 * capacity {
      curve.append(Float(update), at: update)
      for (early, late) in zip(curve.buckets, curve.buckets.dropFirst()) {
        #expect(early.updates.upperBound / curve.width < late.updates.lowerBound / curve.width)
      }
    }
    #expect(try JSONDecoder().decode(Envelope.self, from: JSONEncoder().encode(curve)) == curve)
  }
}
