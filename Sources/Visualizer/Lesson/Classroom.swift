import Experiments
import Plots
import Screen
import Session

/// A lesson before a class: answers are held until they are revealed, and the teacher's notes are shown when asked for alone.
public struct Classroom: Hashable, Sendable {
  /// Whether an answer is held until `]` reveals what is right, and the last line names the lesson's keys alone.
  private(set) var isOn = false
  /// Whether the notes for the teacher stand below the step.
  private(set) var showsNotes = false
  /// Whether the panel in focus alone is lit.
  private(set) var isSpotlit = false
  /// The answer that the class has given, not judged yet.
  private(set) var held: Lesson.Action?

  /// What can be done for a class.
  public enum Action: Hashable, Sendable {
    /// Shows the notes for the teacher below the step, or hides them.
    case toggleNotes
    /// Lights the panel in focus alone, or all.
    case toggleSpotlight
    /// Holds answers until they are revealed, or no longer.
    case toggleClass
  }

  /// A screen without a class.
  public init() {}

  /// What of an action of the lesson reaches it now: an answer is held, and going on reveals it.
  ///
  /// - Parameter lesson: the lesson as it is.
  mutating func passed(_ action: LearningSession.Action, to lesson: Lesson?) -> [LearningSession.Action] {
    guard case .lesson(let wish) = action else { return [action] }
    switch wish {
    case .forward, .back: showsNotes = false
    case .select, .choose, .answer, .pick: break
    }
    guard isOn, let lesson, lesson.awaitsChoice else {
      held = nil
      return [action]
    }
    switch wish {
    case .choose(let choice):
      guard lesson.step.question!.choices.indices.contains(choice) else { return [] }
      held = wish
      return [.lesson(.select(by: choice - lesson.visit.selected))]
    case .answer(let text):
      guard Double(text) != nil else { return [action] }
      held = wish
      return []
    case .pick:
      held = wish
      return []
    case .select:
      held = nil
      return [action]
    case .back:
      held = nil
      return [action]
    case .forward:
      guard let answer = held else { return [action] }
      held = nil
      return [.lesson(answer), action]
    }
  }

  /// Shows the notes of the step, or hides them.
  fileprivate mutating func toggleNotes() { showsNotes.toggle() }

  fileprivate mutating func toggleSpotlight() { isSpotlit.toggle() }

  fileprivate mutating func toggleClass() { (isOn, held) = (!isOn, nil) }

  /// Dims all panels but the one in focus, where it alone is lit, or those that a lesson's step points at.
  func dim(_ layout: Layout, _ step: LessonStep?, focus: Panel, into frame: inout Frame, theme: Theme) {
    let shown = layout.slots.map(\.front)
    let pointed = step?.point.flatMap { shown.contains($0) ? [$0, Panel.lesson] : nil }
    guard let lit = isSpotlit ? [focus] : pointed else { return }
    for slot in layout.slots where !lit.contains(slot.front) { frame.dim(slot.region, theme) }
  }

  /// The number that the class has given.
  var heldNumber: String? { if case .answer(let text) = held { text } else { nil } }
  /// What the class has selected.
  var heldPick: Pick.Target? { if case .pick(let target) = held { target } else { nil } }
  /// Whether the class has answered.
  var holdsAnswer: Bool { held != nil }
  /// Whether the class has made a choice.
  var holdsChoice: Bool { if case .choose = held { true } else { false } }
}

extension State {
  mutating func perform(_ action: Classroom.Action) {
    switch action {
    case .toggleNotes:
      guard let step = session?.lesson?.step else { return warn("notes belong to a lesson, and there is none here") }
      guard step.notes != nil else { return tell("this step has no notes for the teacher") }
      lesson.classroom.toggleNotes()
      lesson.scrolled = nil
    case .toggleSpotlight: lesson.classroom.toggleSpotlight()
    case .toggleClass:
      lesson.classroom.toggleClass()
      tell(lesson.classroom.isOn ? "answers are held until ] shows what is right" : "answers are judged at once")
    }
  }
}
