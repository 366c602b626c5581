import Datasets
import Experiments
import Testing
import Training

@testable import Session
@testable import Visualizer

/// The curve of measured costs is a run's own, however fast it went.
struct CurveTests {
  private func session(_ samples: Int) throws -> LearningSession {
    var experiment = Experiment(name: "spiral", source: .generator(.spiral))
    experiment.recipe.samples = samples
    return try LearningSession(experiment, dataset: experiment.recipe.load())
  }

  @Test(arguments: [100, 500, 5000, 60_000])
  func thePaceMakesNoDifference(samples: Int) throws {
    let updates = 300
    var curves: [LossHistory] = []
    for pieces in [1, 7, 64, updates] {
      var session = try session(samples)
      var left = updates
      while left > 0 {
        _ = session.perform(.train(updates: min(pieces, left)))
        left -= min(pieces, left)
      }
      curves.append(session.run.loss)
    }
    var stepped = try session(samples)
    for _ in 0..<updates { _ = stepped.perform(.step(back: false)) }
    curves.append(stepped.run.loss)
    for curve in curves {
      #expect(curve.training == curves[0].training && curve.test == curves[0].test)
    }
    #expect(curves[0].training.buckets.count > 5)
  }

  @Test func stepsByEpochGiveTheSameCurve() throws {
    var (whole, stepped) = (try session(300), try session(300))
    stepped.granularity = .epoch
    for _ in 0..<20 { _ = stepped.perform(.step(back: false)) }
    _ = whole.perform(.train(updates: stepped.run.trainer.updates))
    #expect(whole.run.loss.training == stepped.run.loss.training)
  }

  /// From 256 epochs on fewer and fewer epochs have a point, but never fewer than 128 of all.
  @Test func longRunsHavePointsEnoughAndNotTooMany() throws {
    var session = try session(20)
    _ = session.perform(.change(.speed, by: 9))
    _ = session.perform(.train(updates: 3000))
    let count = session.run.loss.training.buckets.reduce(0) { $0 + $1.count }
    #expect(session.run.trainer.epoch > 2000)
    #expect((128...1200).contains(count), "\(count) points")
  }
}
