// Trains a net over words with one output (Bradbury et al. 2017, "Quasi-Recurrent Neural Networks", f-pooling): cells that read
// forwards and cells that read backwards, each with a candidate and a forget gate that see a word and the one read before it; the
// largest and the last state of each cell; dropout; one linear output. Candidates and gates are linear in each word, so what a word
// adds to each can be written out once.
// A word's vector is its own vector plus the mean of the vectors of its character n-grams (Bojanowski et al. 2017), so that a
// word that was never seen has one too. Adam (Kingma and Ba 2015), learning rate falling in a straight line.
//
//   wordNet WORDS EXAMPLES OUT key=value ...
//
// WORDS: a line a word, the buckets of its n-grams, then optionally "|" and its first vector. EXAMPLES: a line a message, 1 or 0, then
// word numbers. OUT: 32-bit floats; for every word, then for every bucket, the products of its vector with each candidate and gate;
// then biases, output weights, output bias. One seed and one machine give the same bytes.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>
using namespace std;
using Floats = vector<float>;

struct Random {  // splitmix64 (Steele et al. 2014)
  uint64_t state;
  uint32_t bits() {
    uint64_t z = state += 0x9e3779b97f4a7c15ull;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return (z ^ (z >> 31)) >> 32;
  }
  float uniform() { return (bits() >> 8) * (1.f / 16777216); }
  float normal() { float a = uniform() + 1e-7f, b = uniform(); return sqrtf(-2 * logf(a)) * cosf(6.2831853f * b); }
};

struct Parameters {  // values with their gradient and Adam's two moments
  Floats value, gradient, mean, square;
  explicit Parameters(size_t n) : value(n), gradient(n), mean(n), square(n) {}
  void step(size_t from, size_t n, float rate, float c1, float c2) {
    float *v = &value[from], *g = &gradient[from], *m = &mean[from], *s = &square[from];
    for (size_t i = 0; i < n; i++) {
      m[i] = 0.9f * m[i] + 0.1f * g[i];
      s[i] = 0.999f * s[i] + 0.001f * g[i] * g[i];
      v[i] -= rate * (m[i] * c1) / (sqrtf(s[i] * c2) + 1e-8f);
      g[i] = 0;
    }
  }
};

struct Word { vector<int> grams; Floats first; };
struct Example { bool danger; vector<int> words; };
enum Shown : char { whole, gramsOnly, hidden };  // how much of a word the net is shown

map<string, double> settings{{"size", 100}, {"cells", 32}, {"forget", 2}, {"buckets", 4096}, {"epochs", 12}, {"rate", 2e-3}, {"vectorRate", 0.5},
                             {"norm", 2.5}, {"gramNorm", 0.5}, {"dropout", 0.5}, {"join", 0.3}, {"hide", 0.06}, {"gramsOnly", 0.1}, {"smoothing", 0.03},
                             {"batch", 32}, {"seed", 1}};

struct Net {
  const vector<Word>& words;
  const int D, Q, C, H, buckets;  // vector size, cells a direction, products a word, inputs of the last layer, buckets of n-grams
  Parameters vectors, gramVectors, inputs, biases, output, outputBias;
  Floats turned;  // `inputs` by vector element, then by product: the order in which products are summed fastest
  vector<int> touchedWords, touchedGrams;
  vector<char> wordTouched, gramTouched;
  int steps = 0;
  // The last message: its length, vectors and products; inputs of the last layer, and where each largest response stood;
  // candidates, forget gates and states of the cells by direction and place
  int T = 0;
  Floats x, products, last;
  vector<int> at;
  Floats candidates, gates, states;

  Net(const vector<Word>& w, Random& r)
      : words(w), D(settings["size"]), Q(settings["cells"]), C(8 * Q), H(4 * Q), buckets(settings["buckets"]), vectors(w.size() * D), gramVectors((size_t)buckets * D), inputs((size_t)C * D), biases(H), output(H), outputBias(1), turned((size_t)C * D), wordTouched(w.size()), gramTouched(buckets) {
    for (size_t i = 0; i < w.size(); i++) {
      float square = 1e-9f;
      for (float v : w[i].first) square += v * v;
      for (size_t d = 0; d < w[i].first.size(); d++) vectors.value[i * D + d] = w[i].first[d] * (float)settings["norm"] / sqrtf(square);
    }
    for (float& v : gramVectors.value) v = r.normal() * (float)settings["gramNorm"] / sqrtf(D);
    for (float& v : inputs.value) v = r.normal() * sqrtf(0.5f / D);
    for (int direction = 0; direction < 2; direction++)
      for (int q = 0; q < Q; q++) biases.value[(2 * direction + 1) * Q + q] = settings["forget"];
    for (float& v : output.value) v = r.normal() * sqrtf(1.f / H);
    turn();
  }

  void turn() {
    for (int c = 0; c < C; c++) for (int d = 0; d < D; d++) turned[(size_t)d * C + c] = inputs.value[(size_t)c * D + d];
  }

  void multiply(const Floats& rows, int count, Floats& into) const {
    constexpr int block = 64;
    for (int from = 0; from < C; from += block)
      for (int t = 0; t < count; t++) {
        const int n = min(block, C - from);
        float sum[block] = {};
        for (int d = 0; d < D; d++) {
          const float v = rows[(size_t)t * D + d], *row = &turned[(size_t)d * C + from];
          if (n == block) for (int c = 0; c < block; c++) sum[c] += v * row[c];
          else for (int c = 0; c < n; c++) sum[c] += v * row[c];
        }
        memcpy(&into[(size_t)t * C + from], sum, sizeof(float) * n);
      }
  }

  void addGrams(int word, float* into) const {
    const auto& grams = words[word].grams;
    for (int g : grams) for (int d = 0; d < D; d++) into[d] += gramVectors.value[(size_t)g * D + d] / grams.size();
  }

  void forward(const vector<int>& message, const vector<Shown>& shown) {
    T = message.size();
    x.assign((size_t)T * D, 0);
    products.assign((size_t)T * C, 0);
    for (int t = 0; t < T; t++) {
      if (shown[t] == hidden) continue;
      if (shown[t] == whole) memcpy(&x[t * D], &vectors.value[(size_t)message[t] * D], sizeof(float) * D);
      addGrams(message[t], &x[t * D]);
    }
    multiply(x, T, products);
    last.assign(H, 0);
    at.assign(H, 0);
    candidates.assign((size_t)2 * T * Q, 0);
    gates = states = candidates;
    for (int direction = 0; direction < 2; direction++) forwardCells(direction);
  }

  // The place of the i-th word that a direction reads, and of the one before it (outside the message for the first)
  int place(int direction, int i) const { return direction ? T - 1 - i : i; }

  void forwardCells(int direction) {
    const int first = direction * 4 * Q, h = direction * 2 * Q;
    const float* bias = &biases.value[h];
    Floats state(Q), zeros(4 * Q);
    for (int q = 0; q < Q; q++) last[h + q] = -1;
    for (int i = 0; i < T; i++) {
      const int t = place(direction, i);
      const float* here = &products[(size_t)t * C + first];
      const float* before = i ? &products[(size_t)place(direction, i - 1) * C + first + 2 * Q] : zeros.data();
      for (int q = 0; q < Q; q++) {
        const float candidate = tanhf(here[q] + before[q] + bias[q]), gate = 1 / (1 + expf(-(here[Q + q] + before[Q + q] + bias[Q + q])));
        state[q] = gate * state[q] + (1 - gate) * candidate;
        const size_t cell = ((size_t)direction * T + t) * Q + q;
        candidates[cell] = candidate, gates[cell] = gate, states[cell] = state[q];
        if (state[q] > last[h + q]) last[h + q] = state[q], at[h + q] = t;
      }
    }
    copy(state.begin(), state.end(), &last[h + Q]);
  }

  float logit(const Floats& mask) const {
    float z = outputBias.value[0];
    for (int i = 0; i < H; i++) z += output.value[i] * last[i] * mask[i];
    return z;
  }

  void backward(const vector<int>& message, const vector<Shown>& shown, const Floats& mask, float g) {
    Floats dx((size_t)T * D), dLast(H);
    outputBias.gradient[0] += g;
    for (int i = 0; i < H; i++) {
      output.gradient[i] += g * mask[i] * last[i];
      dLast[i] = g * mask[i] * output.value[i];
    }
    for (int direction = 0; direction < 2; direction++) backwardCells(direction, dLast, dx);
    for (int t = 0; t < T; t++) {
      if (shown[t] == hidden) continue;
      const int w = message[t];
      if (shown[t] == whole) {
        if (!wordTouched[w]) wordTouched[w] = 1, touchedWords.push_back(w);
        for (int d = 0; d < D; d++) vectors.gradient[(size_t)w * D + d] += dx[t * D + d];
      }
      for (int q : words[w].grams) {
        if (!gramTouched[q]) gramTouched[q] = 1, touchedGrams.push_back(q);
        for (int d = 0; d < D; d++) gramVectors.gradient[(size_t)q * D + d] += dx[t * D + d] / words[w].grams.size();
      }
    }
  }

  void passBack(int product, int t, float g, Floats& dx) {
    if (fabsf(g) < 1e-5f) return;
    float *df = &inputs.gradient[(size_t)product * D], *into = &dx[(size_t)t * D];
    const float *f = &inputs.value[(size_t)product * D], *from = &x[(size_t)t * D];
    for (int d = 0; d < D; d++) df[d] += g * from[d], into[d] += g * f[d];
  }

  void backwardCells(int direction, const Floats& dLast, Floats& dx) {
    const int first = direction * 4 * Q, h = direction * 2 * Q;
    for (int q = 0; q < Q; q++) {
      float dState = dLast[h + Q + q];
      for (int i = T - 1; i >= 0; i--) {
        const int t = place(direction, i);
        if (at[h + q] == t) dState += dLast[h + q];
        const size_t cell = ((size_t)direction * T + t) * Q + q;
        const float candidate = candidates[cell], gate = gates[cell];
        const float before = i ? states[((size_t)direction * T + place(direction, i - 1)) * Q + q] : 0;
        const float dCandidate = dState * (1 - gate) * (1 - candidate * candidate), dGate = dState * (before - candidate) * gate * (1 - gate);
        dState *= gate;
        biases.gradient[h + q] += dCandidate;
        biases.gradient[h + Q + q] += dGate;
        passBack(first + q, t, dCandidate, dx);
        passBack(first + Q + q, t, dGate, dx);
        if (i == 0) continue;
        passBack(first + 2 * Q + q, place(direction, i - 1), dCandidate, dx);
        passBack(first + 3 * Q + q, place(direction, i - 1), dGate, dx);
      }
    }
  }

  void step(float rate) {
    steps++;
    const float c1 = 1 / (1 - powf(0.9f, steps)), c2 = 1 / (1 - powf(0.999f, steps)), slow = rate * (float)settings["vectorRate"];
    for (Parameters* p : {&inputs, &biases, &output, &outputBias}) p->step(0, p->value.size(), rate, c1, c2);
    for (int w : touchedWords) vectors.step((size_t)w * D, D, slow, c1, c2), wordTouched[w] = 0;
    for (int q : touchedGrams) gramVectors.step((size_t)q * D, D, slow, c1, c2), gramTouched[q] = 0;
    touchedWords.clear();
    touchedGrams.clear();
    turn();
  }

  void write(const char* path) const {
    ofstream out(path, ios::binary);
    const auto put = [&](const Floats& v) { out.write((const char*)v.data(), v.size() * sizeof(float)); };
    const auto row = [&](const Floats& vector) { Floats p(C); multiply(vector, 1, p); put(p); };
    for (size_t w = 0; w < words.size(); w++) {
      Floats v(vectors.value.begin() + w * D, vectors.value.begin() + (w + 1) * D);
      addGrams(w, v.data());
      row(v);
    }
    for (int q = 0; q < buckets; q++) row(Floats(gramVectors.value.begin() + (size_t)q * D, gramVectors.value.begin() + (size_t)(q + 1) * D));
    put(biases.value);
    put(output.value);
    put(outputBias.value);
  }
};

// Danger beside small talk is still danger, and small talk beside small talk is none.
void add(vector<int>& message, const Example& other, Random& r) {
  if (!other.danger) message.insert(r.bits() & 1 ? message.end() : message.begin(), other.words.begin(), other.words.end());
}

void train(Net& net, const vector<Example>& examples, Random& r) {
  const int batch = settings["batch"], epochs = settings["epochs"];
  const float drop = settings["dropout"], hide = settings["hide"], gramsOnlyShare = settings["gramsOnly"], smoothing = settings["smoothing"],
              join = settings["join"];
  const long all = (long)epochs * ((examples.size() + batch - 1) / batch);
  vector<int> order(examples.size());
  iota(order.begin(), order.end(), 0);
  Floats mask(net.H);
  for (int epoch = 0; epoch < epochs; epoch++) {
    for (size_t i = order.size() - 1; i > 0; i--) swap(order[i], order[r.bits() % (i + 1)]);
    for (size_t from = 0; from < order.size(); from += batch) {
      const size_t to = min(order.size(), from + batch);
      for (size_t i = from; i < to; i++) {
        const Example& e = examples[order[i]];
        vector<int> message = e.words;
        if (r.uniform() < join) add(message, examples[r.bits() % examples.size()], r);
        vector<Shown> shown(message.size());
        for (Shown& s : shown) { const float u = r.uniform(); s = u < hide ? hidden : u < hide + gramsOnlyShare ? gramsOnly : whole; }
        for (float& m : mask) m = r.uniform() < drop ? 0 : 1 / (1 - drop);
        net.forward(message, shown);
        const float target = e.danger ? 1 - smoothing : smoothing;
        net.backward(message, shown, mask, (1 / (1 + expf(-net.logit(mask))) - target) / (to - from));
      }
      net.step(settings["rate"] * max(0.05f, 1 - (float)net.steps / all));
    }
  }
}

template <class T> vector<T> readLine(istream& line) { vector<T> all; T one; while (line >> one) all.push_back(one); return all; }

int main(int count, char** given) {
  if (count < 4) { cerr << "usage: wordNet WORDS EXAMPLES OUT key=value ...\n"; return 2; }
  for (int i = 4; i < count; i++) {
    const string s = given[i];
    const size_t equals = s.find('=');
    if (!settings.count(s.substr(0, equals))) { cerr << "no such setting: " << s << "\n"; return 2; }
    settings[s.substr(0, equals)] = stod(s.substr(equals + 1));
  }
  vector<Word> words;
  vector<Example> examples;
  ifstream wordFile(given[1]), exampleFile(given[2]);
  for (string line; getline(wordFile, line);) {
    const size_t bar = min(line.find('|'), line.size());
    istringstream grams(line.substr(0, bar)), vector(bar < line.size() ? line.substr(bar + 1) : "");
    words.push_back({readLine<int>(grams), readLine<float>(vector)});
  }
  for (string line; getline(exampleFile, line);) {
    istringstream numbers(line);
    int danger;
    numbers >> danger;
    examples.push_back({danger == 1, readLine<int>(numbers)});
  }
  Random random{(uint64_t)settings["seed"]};
  Net net(words, random);
  train(net, examples, random);
  net.write(given[3]);
}
