import Experiments
import Screen
import Testing

@testable import Session
@testable import Visualizer

/// The rule that ends the training, and settings that only files could say.
struct StopTests {
  @Test func theRunHaltsWhereTheRuleComesToHold() throws {
    var state = State.spiral()
    state.perform(.session(.set(.stop, to: "train_cost<0,45")))
    #expect(state.run!.experiment.stop == LessonStep.Goal("train_cost < 0.45") && state.isRunning)
    state.perform(.session(.train(updates: 100_000)))
    #expect(!state.isRunning && state.run!.trainer.position == 0)
    #expect(try #require(state.run!.training?.cost) < 0.45)
    #expect(state.notice?.text.hasPrefix("stopped: train_cost < 0.45") == true)
    let halted = state.run!.trainer.updates
    state.perform(.session(.toggleRun))
    state.perform(.session(.train(updates: 10)))
    #expect(state.run!.trainer.updates == halted + 10, "told to go on, it goes on")
  }

  @Test func thePastIsKeptInWhatTheSettingGives() {
    var state = State.spiral()
    state.perform(.session(.set(Setting(key: "history.budget")!, to: "16 MiB")))
    #expect(state.run!.history.budget == 16 << 20)
  }

  @Test(arguments: [("view", "loss"), ("surface.mode", "race"), ("data.inputs", "x1 x2 x1^2"), ("title", "Mine")])
  func whatOnlyFilesCouldSayCanBeChanged(key: String, text: String) {
    var state = State.spiral()
    state.perform(.session(.set(Setting(key: key)!, to: text)))
    #expect(state.notice?.isWarning == false, "\(state.notice?.text ?? "")")
    #expect(Setting(key: key)!.value(in: state.run!.experiment).typed == text)
    if key == "view" { #expect(state.focus == .loss) }
  }

  @Test(arguments: [
    ("optimizer adam", "optimizer adam"), ("rate 0.37", "learning rate η 0.37"), ("data moons", "data moons"),
  ])
  func valuesAreCommands(typed: String, name: String) throws {
    var state = State.spiral()
    let command = try #require(Command.matching(typed).first { $0.name == name })
    state.perform(command.action)
    #expect(state.notice?.isWarning == false, "\(state.notice?.text ?? "")")
  }
}
