import Training

/// Going back in time.
extension Benchmark {
  static let histories = [
    Benchmark("back-one-step", "back by one update on 64-32-10, batch 32", .time(of: "step"), aim: 16e-3) {
      var history = History(classifier([64, 32, 10], batch: 32, rows: 1_600))
      history.step(times: 3_000)
      let tip = history
      return {
        var history = tip
        for _ in 0..<100 { history.back(by: .update) }
        precondition(history.trainer.updates == tip.trainer.updates - 100, "it went back by another number of steps")
        return 100
      }
    },
    Benchmark(
      "back-100000-updates", "back by 100,000 and more of a million updates on 2-8-8-1, batch 10", .time(of: "journey"),
      aim: 0.3
    ) {
      var history = History(toyTrainer(batch: 10))
      history.step(times: 1_000_000)
      let tip = history
      var journeys = 0
      return {
        var history = tip
        journeys += 1
        // Each to another place, near a keyframe or far from one.
        let target = 900_000 - journeys * 7_919 % 20_000
        history.go(toUpdate: target)
        precondition(history.trainer.updates == target, "it went to update \(history.trainer.updates)")
        return 1
      }
    },
  ]
}
