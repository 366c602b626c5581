"""Prints the numbers that EvaluationTests compares with. Needs scikit-learn and scipy."""
import numpy as np
from scipy.stats import binomtest
from sklearn.metrics import (balanced_accuracy_score, brier_score_loss, mean_absolute_error, mean_squared_error,
                             precision_recall_fscore_support, r2_score)

for k, n in [(0, 10), (7, 10), (10, 10), (45, 50), (1, 1), (497, 1000)]:
    ci = binomtest(k, n).proportion_ci(method="wilson")
    print("wilson", k, n, repr(float(ci.low)), repr(float(ci.high)))

confusion = [[5, 1, 0], [2, 7, 3], [0, 0, 4]]
true = [i for i, row in enumerate(confusion) for j, c in enumerate(row) for _ in range(c)]
pred = [j for i, row in enumerate(confusion) for j, c in enumerate(row) for _ in range(c)]
for name, values in zip(["precision", "recall", "f1"], precision_recall_fscore_support(true, pred)):
    print(name, [float(v) for v in values])
print("balanced", float(balanced_accuracy_score(true, pred)))

p = [0.05, 0.31, 0.62, 0.64, 0.77, 0.91, 0.99, 1.0]
y = [0, 0, 1, 0, 1, 1, 1, 1]
print("brier", float(brier_score_loss(y, p)))

a = np.array([3.0, -0.5, 2.0, 7.0, 1e6 + 1])
b = np.array([2.5, 0.0, 2.0, 8.0, 1e6 - 1])
print("rmse", float(mean_squared_error(a, b) ** 0.5), "mae", float(mean_absolute_error(a, b)), "r2", float(r2_score(a, b)))
