import Foundation
import NeuralNetwork
import Testing

/// The schedules' values by their definitions, worked out apart.
struct ScheduleTests {
  private static let some = Schedule.Constants(stepEpochs: 7, stepFactor: 0.3, inverseEpochs: 12.5, cosineEpochs: 30)

  @Test(arguments: [Schedule.Constants(), some], [Float(0.1), 3])
  func ratesAreThoseOfTheFormulas(constants: Schedule.Constants, rate: Float) {
    for epoch in 0..<450 {
      let t = Double(epoch)
      let expected: [Schedule: Double] = [
        .constant: 1, .step: Foundation.pow(constants.stepFactor, Double(epoch / constants.stepEpochs)),
        .inverseTime: 1 / (1 + t / constants.inverseEpochs),
        .cosine: epoch < constants.cosineEpochs
          ? 0.5 * (1 + Foundation.cos(Double.pi * t / Double(constants.cosineEpochs))) : 0,
      ]
      for schedule in Schedule.allCases {
        let value = schedule.rate(rate, epoch: epoch, constants: constants)
        // The cosine's sum cancels towards its end: an error of a unit in the last place of 1 is left.
        let error = abs(Double(value) - Double(rate) * expected[schedule]!)
        #expect(error <= 2e-7 * Double(rate), "\(schedule) \(epoch)")
      }
    }
  }

  @Test func theDefaultsAreHalvingsAndTwoHundredEpochs() {
    #expect(Schedule.step.rate(0.8, epoch: 49) == 0.8 && Schedule.step.rate(0.8, epoch: 50) == 0.4)
    #expect(Schedule.step.rate(0.8, epoch: 150) == 0.1)
    #expect(Schedule.inverseTime.rate(0.8, epoch: 50) == 0.4)
    #expect(Schedule.cosine.rate(0.8, epoch: 0) == 0.8 && Schedule.cosine.rate(0.8, epoch: 200) == 0)
    #expect(Schedule.cosine.rate(0.8, epoch: 199) > 0)
  }

  @Test func noEpochIsTooLate() {
    for schedule in Schedule.allCases {
      let rate = schedule.rate(0.1, epoch: 1 << 62)
      #expect(rate >= 0 && rate <= 0.1, "\(schedule)")
    }
  }
}
