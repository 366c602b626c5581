import Experiments
import Screen
import Testing

@testable import Visualizer

/// A lesson on paper.
struct HandoutTests {
  private var handout: Handout {
    var read = Handout.Step()
    read.say = "A neuron has three numbers."
    read.notes = "Ask first."
    var asked = Handout.Step()
    (asked.question, asked.choices, asked.isAsked, asked.answer) = ("Which?", ["this", "that"], true, "that")
    var number = Handout.Step()
    (number.say, number.question, number.isAsked, number.answer) = ("Add up.", "What is z?", true, "19")
    (number.settings, number.run) = (["learning rate η 0.3"], "20 epochs")
    var goal = Handout.Step()
    (goal.say, goal.hasGoal, goal.solution) = ("Make it 3.", true, ["w(x1→y) = 3"])
    var experiment = Experiment(name: "01-neuron", title: "What a neuron does", source: .generator(.xor4))
    experiment.summary = "Told as a toll."
    return Handout(experiment, steps: [read, asked, number, goal])
  }

  @Test func textHasBlanks() {
    #expect(
      handout.text(.text, answers: false) == """
        Lesson 1: What a neuron does
        ============================

        Told as a toll. About a minute.

        Name: ____________________   Date: ____________

        Step 1
        ------

        A neuron has three numbers.

        Step 2
        ------

        Which?

          ( ) this
          ( ) that

        Step 3
        ------

        Add up.

        Set: learning rate η 0.3.

        What is z?

        Answer: ______________

        Let it run: 20 epochs.

        Step 4
        ------

        Make it 3.

          ( ) goal reached

        """)
  }

  @Test func answersStandAtTheEndOrNowhere() {
    for format in Handout.Format.allCases {
      let (without, with) = (handout.text(format, answers: false), handout.text(format, answers: true))
      #expect(with.hasPrefix(String(without.dropLast())))
      let end = with.dropFirst(without.count - 1)
      for words in ["answer: that", "answer: 19", "a way to the goal: w(x1→y) = 3", "note: Ask first."] {
        #expect(end.contains(words) && !without.contains(words), "\(words)")
      }
    }
  }

  @Test func markdownHasHeadingsBoxesAndPictures() {
    var frame = Frame(width: 4, height: 2)
    frame[0, 0] = Cell("+")
    var steps = handout.steps
    steps[0].picture = Handout.Picture(title: "network", frame: frame)
    var handout = handout
    handout.steps = steps
    let text = handout.text(.markdown, answers: false)
    #expect(text.hasPrefix("# Lesson 1: What a neuron does\n"))
    #expect(text.contains("## Step 2") && text.contains("- [ ] this") && text.contains("**Which?**"))
    #expect(text.contains("```text\n+\n```"))
    let linked = handout.text(.markdown, answers: false, pictures: [0: "p/a-1.svg"])
    #expect(linked.contains("![network](p/a-1.svg)") && !linked.contains("```"))
  }
}
