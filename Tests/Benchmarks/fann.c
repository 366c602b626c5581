/* The workloads of `descent bench` that FANN can do, one JSON object on standard output: seconds a unit in each run.
 *
 * Usage: fann RUNS. FANN has neither rectifiers nor softmax, so only those of the 2-8-8-1 network of tanh units. A mini-batch
 * is an epoch of batch training on ten rows.
 */
#include <fann.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define DURATION 0.5
#define ROWS 500

static fann_type inputs[ROWS][2], targets[ROWS][1];
static struct fann *network;
static struct fann_train_data *batches[ROWS / 10];

static double seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

static void measure(const char *name, int runs, int (*work)(void)) {
  work();
  printf("\"%s\": [", name);
  for (int run = 0; run < runs; run++) {
    double start = seconds(), elapsed = 0;
    long units = 0;
    while (elapsed < DURATION) {
      units += work();
      elapsed = seconds() - start;
    }
    printf("%s%.9g", run ? ", " : "", elapsed / units);
  }
  printf("]");
}

/* An epoch, the rows in a new order. */
static int stochastic(void) {
  static int order[ROWS];
  for (int i = 0; i < ROWS; i++) {
    int j = rand() % (i + 1);
    order[i] = order[j];
    order[j] = i;
  }
  for (int i = 0; i < ROWS; i++) fann_train(network, inputs[order[i]], targets[order[i]]);
  return ROWS;
}

static int mini_batches(void) {
  for (int i = 0; i < ROWS / 10; i++) fann_train_epoch(network, batches[i]);
  return ROWS;
}

/* The costs on 250 samples at 80x48 points of a plane. */
static int surface(void) {
  unsigned count = fann_get_total_connections(network);
  static fann_type origin[256], first[256], second[256];
  static struct fann_connection connections[256];
  fann_get_connection_array(network, connections);
  for (unsigned i = 0; i < count; i++) origin[i] = connections[i].weight;
  for (unsigned i = 0; i < count; i++) first[i] = second[i] = (fann_type)(i % 7) / 7 - 0.5f;
  double total = 0;
  for (int row = 0; row < 48; row++)
    for (int column = 0; column < 80; column++) {
      for (unsigned i = 0; i < count; i++)
        network->weights[i] = origin[i] + (column / 40.0f - 1) * first[i] + (row / 24.0f - 1) * second[i];
      for (int sample = 0; sample < 250; sample++) {
        fann_type error = fann_run(network, inputs[sample])[0] - targets[sample][0];
        total += 0.5 * error * error;
      }
    }
  for (unsigned i = 0; i < count; i++) network->weights[i] = origin[i];
  return total > 0 ? 1 : 0;
}

/* The network at 100x100 points; each unit's value stands in the network after each. */
static int map(void) {
  double total = 0;
  for (int row = 0; row < 100; row++)
    for (int column = 0; column < 100; column++) {
      fann_type point[2] = {column * 0.12f - 6, row * 0.12f - 6};
      total += fann_run(network, point)[0];
    }
  return total != 0 ? 1 : 0;
}

int main(int count, char **arguments) {
  int runs = count > 1 ? atoi(arguments[1]) : 5;
  for (int i = 0; i < ROWS; i++) {
    for (int k = 0; k < 2; k++) inputs[i][k] = 12.0f * rand() / RAND_MAX - 6;
    targets[i][0] = i % 2 ? 1 : -1;
  }
  for (int i = 0; i < ROWS / 10; i++) {
    batches[i] = fann_create_train(10, 2, 1);
    for (int k = 0; k < 10; k++) {
      batches[i]->input[k][0] = inputs[10 * i + k][0];
      batches[i]->input[k][1] = inputs[10 * i + k][1];
      batches[i]->output[k][0] = targets[10 * i + k][0];
    }
  }
  network = fann_create_standard(4, 2, 8, 8, 1);
  fann_set_activation_function_hidden(network, FANN_SIGMOID_SYMMETRIC);
  fann_set_activation_function_output(network, FANN_SIGMOID_SYMMETRIC);
  fann_set_activation_steepness_hidden(network, 1);
  fann_set_activation_steepness_output(network, 1);
  fann_set_learning_rate(network, 0.01f);
  fann_randomize_weights(network, -0.5f, 0.5f);

  printf("{\"name\": \"FANN 2.2\", \"seconds\": {");
  fann_set_training_algorithm(network, FANN_TRAIN_INCREMENTAL);
  measure("train-2-8-8-1-stochastic", runs, stochastic);
  printf(", ");
  fann_set_training_algorithm(network, FANN_TRAIN_BATCH);
  measure("train-2-8-8-1-batch", runs, mini_batches);
  printf(", ");
  measure("surface", runs, surface);
  printf(", ");
  measure("map", runs, map);
  printf("}}\n");
  return 0;
}
