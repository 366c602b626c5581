import ScratchFolder
import Testing

@testable import Experiments

/// A step that points at a panel, and the minutes that a lesson takes.
struct LessonPointTests {
  @Test(arguments: Panel.allCases)
  func aStepPointsAtAnyPanel(panel: Panel) throws {
    let folder = try Scratch()
    let path = try folder.file("own.yaml", "data: {source: xor4}\nlesson:\n  - say: Look.\n    point: \(panel.title)\n")
    #expect(try Experiment.load(source: path).lesson[0].point == panel)
  }

  @Test func anUnknownPanelHasItsPlace() throws {
    let folder = try Scratch()
    let path = try folder.file("own.yaml", "data: {source: xor4}\nlesson:\n  - say: Look.\n    point: surfase\n")
    let mistakes = try Experiment.mistakes(inFile: path)
    #expect(mistakes.map(\.description) == ["\(path):4:12: there is no panel \"surfase\""])
    #expect(mistakes[0].hint == "did you mean surface?")
  }

  /// Each thing that a step asks for takes its time.
  @Test func minutesGrowWithWhatIsToBeDone() throws {
    let read = LessonStep(say: "Ten words are read in five seconds, at two each.", changes: [])
    #expect(LessonStep.minutes(of: [read]) == 1)
    #expect(LessonStep.minutes(of: Array(repeating: read, count: 12)) == 4)
    var tried = read
    tried.goal = try Formula("train_cost < 1")
    #expect(LessonStep.minutes(of: Array(repeating: tried, count: 12)) == 22)
  }

  /// The lessons of the course take what a lesson may.
  @Test func lessonsOfTheCourseTakeFiveToFifteenMinutes() {
    for lesson in Demos.course {
      #expect((5...15).contains(lesson.minutes), "\(lesson.name): \(lesson.minutes) min")
      #expect((2...6).contains(lesson.exercises), "\(lesson.name): exercises \(lesson.exercises) min")
    }
  }

  @Test func exercisesAreCountedApart() throws {
    var exercise = LessonStep(say: "Exercise: try it.", changes: [])
    exercise.goal = try Formula("train_cost < 1")
    let read = LessonStep(say: "Ten words are read in five seconds, at two each.", changes: [])
    let lesson = Array(repeating: read, count: 12) + [exercise]
    #expect(LessonStep.minutes(of: lesson) == 4 && LessonStep.exerciseMinutes(of: lesson) == 2)
  }
}
