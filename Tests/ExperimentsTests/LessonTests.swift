import Experiments
import ScratchFolder
import Testing

struct LessonTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func stepsAreReadAsData() throws {
    let lesson = try Experiment.load(
      source: scratch.file(
        "d.yaml",
        """
        lesson:
          - say: One line cannot part these two arms.
            set: {network.hidden: [], data.noise: 10}
            run: 20 epochs
          - ask: Will a hidden layer of two units be enough?
            choices: [yes, no]
            answer: no
            set: {network: {hidden: [2]}}
            run: until train_cost < 0.1 or 300 epochs
          - run: 1 update
        """)
    ).lesson
    #expect(lesson.count == 3)
    #expect(lesson[0].say == "One line cannot part these two arms.")
    #expect(
      lesson[0].changes == [
        SettingChange(key: "network.hidden", value: "[]"), SettingChange(key: "data.noise", value: "10"),
      ])
    #expect(lesson[0].run == .epochs(20))
    #expect(lesson[1].question?.text == "Will a hidden layer of two units be enough?")
    #expect(lesson[1].question?.choices == ["yes", "no"] && lesson[1].question?.answer == 1)
    #expect(lesson[1].changes == [SettingChange(key: "network.hidden", value: "[2]")])
    guard case .until(let goal, 300) = lesson[1].run else { throw Mistake(.emptyStep) }
    #expect(goal.measure == .trainCost && goal.comparison == .below && goal.bound == 0.1)
    #expect(lesson[2].run == .updates(1))
  }

  @Test func whatAStepSetsCanBeApplied() throws {
    let path = try scratch.file(
      "d.yaml", "lesson: [{set: {network: {hidden: [2]}, optimizer.rate: 0.5, title: 'a, b'}}]")
    let experiment = try Experiment.load(source: path)
    let changed = try experiment.applying(experiment.lesson[0].changes)
    #expect(changed.network.hidden == [2] && changed.training.learningRate == 0.5 && changed.title == "a, b")
  }

  @Test func aDataFileIsFoundFromTheDemosFolder() throws {
    _ = try scratch.file("own.csv", "a,y\n1,p\n2,q\n3,p\n4,q\n")
    let path = try scratch.file("d.yaml", "lesson: [{set: {data: {source: own.csv}}}]")
    let experiment = try Experiment.load(source: path)
    let changed = try experiment.applying(experiment.lesson[0].changes)
    #expect(changed.recipe.source == .file(path: scratch.folder.path + "/own.csv"))
  }

  @Test(arguments: [
    "lesson: 3", "lesson: [x]", "lesson: [{}]", "lesson: [{sya: x}]", "lesson: [{run: 20}]",
    "lesson: [{run: 0 epochs}]",
    "lesson: [{run: until train_cost < 0.1}]", "lesson: [{run: until cost < 0.1 or 3 epochs}]",
    "lesson: [{ask: q, choices: [a, b], answer: c}]", "lesson: [{choices: [a, b]}]",
    "lesson: [{set: {data.noise: 99}}]",
    "lesson: [{set: {nose: 9}}]", "lesson: [{set: 3}]", "lesson: [{say: [a]}]", "lesson: [{set: {lesson: []}}]",
  ])
  func mistakesInSteps(_ text: String) throws {
    #expect(try Experiment.mistakes(inFile: scratch.file("d.yaml", text)).count == 1)
  }
}
