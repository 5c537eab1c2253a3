package unrolled.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import unrolled.data.Example;
import unrolled.model.Network;
import unrolled.model.Unrolled;
import unrolled.optim.Clipping;
import unrolled.optim.Optimizer;
import unrolled.tensor.Kernels;
import unrolled.tensor.Rng;
import unrolled.tensor.Tensor;

/**
 * Backpropagation through time, update by update: the groups of a batch forward, their losses backward, one step of the
 * optimiser. With truncation a batch is run piece by piece, an update a piece, each from the state the one before left.
 */
public final class Trainer {
    private static final long EPOCHS = 0x9E3779B9L;

    private final Network network;
    private final Kernels kernels;
    private final Optimizer optimizer;
    private final Method method;
    private final Map<String, double[]> state;
    private final long seed;
    private final List<Batch> batches;
    private final int[] firstPiece;
    private final List<Unrolled> nets = new ArrayList<>();
    private final int perEpoch;
    private int[] order;
    private int orderOf;
    private double loss;
    private double gradientNorm;

    /**
     * @param state the initial states that are given
     * @param seed  of the order of the batches and of whatever is drawn while training
     */
    public Trainer(Network network, Kernels kernels, Optimizer optimizer, Method method, List<Example> examples,
            Map<String, double[]> state, long seed) {
        this.network = network;
        this.kernels = kernels;
        this.optimizer = optimizer;
        this.method = method;
        this.state = state;
        this.seed = seed;
        batches = Batch.of(examples, method.batch());
        firstPiece = new int[batches.size() + 1];
        for (int b = 0; b < batches.size(); b++) {
            firstPiece[b + 1] = firstPiece[b] + pieces(batches.get(b));
        }
        perEpoch = firstPiece[batches.size()];
        unroll();
    }

    /** The nets that the batches need: one for every number of lanes, and if states are carried, for every group. */
    private void unroll() {
        for (Batch batch : batches) {
            for (int g = 0; g < batch.groups().size(); g++) {
                int lanes = batch.groups().get(g).size();
                while (nets.size() <= slot(g, lanes)) {
                    nets.add(null);
                }
                if (nets.get(slot(g, lanes)) == null) {
                    nets.set(slot(g, lanes), network.unroll(longest(g, lanes), lanes));
                }
            }
        }
    }

    private int slot(int group, int lanes) {
        return method.truncate() == 0 ? lanes : group * mostLanes() + lanes;
    }

    private int mostLanes() {
        int most = 0;
        for (Batch batch : batches) {
            for (List<Example> group : batch.groups()) {
                most = Math.max(most, group.size());
            }
        }
        return most + 1;
    }

    private int longest(int group, int lanes) {
        int longest = 0;
        for (Batch batch : batches) {
            for (int g = 0; g < batch.groups().size(); g++) {
                List<Example> one = batch.groups().get(g);
                if (slot(g, one.size()) == slot(group, lanes)) {
                    longest = Math.max(longest, one.get(0).steps());
                }
            }
        }
        return method.truncate() == 0 ? longest : Math.min(longest, method.truncate());
    }

    private int pieces(Batch batch) {
        int size = method.truncate();
        return size == 0 ? 1 : (batch.steps() + size - 1) / size;
    }

    /** How many updates go once through all examples. */
    public int perEpoch() {
        return perEpoch;
    }

    /**
     * The update of that number, from 0.
     *
     * @return false if the loss or the gradient is not finite: then no weight was changed
     */
    public boolean update(int number) {
        int epoch = number / perEpoch;
        int within = number % perEpoch;
        int place = 0;
        while (firstPiece[place + 1] <= within) {
            place++;
        }
        Batch batch = batches.get(inOrder(epoch, place));
        int piece = within - firstPiece[place];
        if (!run(batch, piece, new Rng(seed * EPOCHS + number))) {
            return true;
        }
        if (!finite(loss) || !finite(gradientNorm)) {
            return false;
        }
        if (method.clipNorm() > 0) {
            Clipping.shorten(kernels, network.parameters(), gradientNorm, method.clipNorm());
        }
        optimizer.update(network.parameters(), method.learningRate() * method.schedule().at(number + 1));
        return true;
    }

    /**
     * Which batch is next. Batches of as many pieces may change places from epoch to epoch; where pieces differ, the
     * batches come in the order given, so that the number of an update tells its place.
     */
    private int inOrder(int epoch, int place) {
        if (batches.size() < 3 || perEpoch != batches.size()) {
            return place;
        }
        if (order == null || orderOf != epoch) {
            order = order == null ? new int[batches.size()] : order;
            orderOf = epoch;
            shuffle(new Rng(seed * EPOCHS - 1 - epoch));
        }
        return order[place];
    }

    private void shuffle(Rng rng) {
        for (int i = 0; i < order.length; i++) {
            int j = (int) (rng.nextDouble() * (i + 1));
            order[i] = order[j];
            order[j] = i;
        }
    }

    /** Forward and, if any answer is due, backward through a piece of a batch; tells whether one was. */
    private boolean run(Batch batch, int piece, Rng rng) {
        int size = method.truncate() == 0 ? batch.steps() : method.truncate();
        int from = piece * size;
        int counted = batch.counted(from, size);
        network.parameters().gradient.fill(0);
        loss = counted > 0 ? 0 : loss;
        for (int g = 0; g < batch.groups().size(); g++) {
            List<Example> group = batch.groups().get(g);
            int n = Math.min(size, group.get(0).steps() - from);
            if (n <= 0) {
                continue;
            }
            Unrolled net = nets.get(slot(g, group.size()));
            if (from == 0) {
                net.start(state, rng);
            }
            net.load(group, from, n, counted);
            net.train(rng, method.forcing());
            net.forward(n);
            if (counted > 0) {
                loss += net.totalLoss();
                net.learn(n);
            }
            if (method.truncate() > 0) {
                net.carry(n);
            }
        }
        gradientNorm = counted > 0 ? Clipping.norm(kernels, network.parameters()) : gradientNorm;
        return counted > 0;
    }

    /** The states that are carried from piece to piece. */
    public List<Tensor> carried() {
        List<Tensor> states = new ArrayList<>();
        for (Unrolled net : nets) {
            if (net != null && method.truncate() > 0) {
                states.addAll(net.states());
            }
        }
        return states;
    }

    /** L of the last update's batch. */
    public double loss() {
        return loss;
    }

    /** Global norm of the last update's gradient, before clipping. */
    public double gradientNorm() {
        return gradientNorm;
    }

    private static boolean finite(double value) {
        return value - value == 0;
    }
}
