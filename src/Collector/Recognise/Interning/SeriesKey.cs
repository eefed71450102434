using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Recognise.Interning;

/// <summary>A series identified by its labels.</summary>
internal readonly record struct SeriesKey(
    Label Service,
    Label Environment,
    OperationKind Kind,
    Label Operation,
    Label Provider,
    Label Model,
    Label Agent,
    Label Workflow,
    Label Tool,
    Label Dependency)
{
    public Series ToSeries() => new(
        Service.Text, Environment.Text, Kind, Operation.Text, Provider.Text, Model.Text, Agent.Text, Workflow.Text, Tool.Text, Dependency.Text);

    public bool Equals(SeriesKey other) =>
        Kind == other.Kind && Service.Equals(other.Service) && Environment.Equals(other.Environment)
        && Operation.Equals(other.Operation) && Provider.Equals(other.Provider) && Model.Equals(other.Model)
        && Agent.Equals(other.Agent) && Workflow.Equals(other.Workflow) && Tool.Equals(other.Tool)
        && Dependency.Equals(other.Dependency);

    public override int GetHashCode()
    {
        var hash = (ulong)(uint)Kind;
        hash = Mix(hash, Service, Environment);
        hash = Mix(hash, Operation, Provider);
        hash = Mix(hash, Model, Agent);
        hash = Mix(hash, Workflow, Tool);
        hash = Mix(hash, Dependency, LabelPool.None);
        return (int)(hash >> 32);
    }

    private static ulong Mix(ulong hash, Label first, Label second) =>
        (System.Numerics.BitOperations.RotateLeft(hash, 23) ^ (((ulong)(uint)first.GetHashCode() << 32) | (uint)second.GetHashCode())) * 0x9E3779B97F4A7C15;
}
