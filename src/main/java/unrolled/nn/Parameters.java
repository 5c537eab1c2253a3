package unrolled.nn;

import java.util.ArrayList;
import java.util.List;
import unrolled.tensor.Memory;
import unrolled.tensor.Tensor;

/** All weights of a net as one flat vector and all their gradients as another, with the named parameters as views. */
public final class Parameters {
    /** Every weight, in the order of the shapes. */
    public final Tensor value;
    /** ∂L/∂ of every weight, in the same order. */
    public final Tensor gradient;

    private final List<Parameter> parameters = new ArrayList<>();

    public Parameters(Memory memory, List<Shape> shapes) {
        int size = 0;
        for (Shape shape : shapes) {
            size += shape.size();
        }
        value = Tensor.vector(memory, size);
        gradient = Tensor.vector(memory, size);
        int from = 0;
        for (Shape shape : shapes) {
            parameters.add(new Parameter(shape.name(), part(value, from, shape), part(gradient, from, shape)));
            from += shape.size();
        }
    }

    private static Tensor part(Tensor flat, int from, Shape shape) {
        return shape.vector() ? flat.columns(from, shape.rows()) : flat.matrix(from, shape.rows(), shape.cols());
    }

    /** The parameter of that name; throws IllegalArgumentException if there is none. */
    public Parameter get(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        throw new IllegalArgumentException("there is no parameter " + name);
    }

    /** Every parameter, in the order of the shapes. */
    public List<Parameter> all() {
        return List.copyOf(parameters);
    }
}
