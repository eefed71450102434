using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Interning;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Determines an operation's agent, workflow and tool. Agents, workflows and tools always have a name.</summary>
internal sealed class EntityReader(RecogniserParts parts, ItemReader item)
{
    public Label Agent(in OperationFrame frame)
    {
        var name = item.Text(Field.Agent);
        if (frame.Type.Kind == OperationKind.Agent)
        {
            if (name.IsEmpty) name = NameOf(frame.Name.Span);
            if (name.IsEmpty) name = item.Text(Field.AgentId);
            return name.IsEmpty ? ServiceAs(parts.Vocabulary.Agents, frame) : parts.Vocabulary.Agents.Get(name);
        }

        // Only the agent's name on a workflow's span is the workflow's name.
        if (frame.Type.Kind == OperationKind.Workflow && item.Text(Field.Workflow).IsEmpty) return LabelPool.None;
        return parts.Vocabulary.Agents.Get(name);
    }

    public Label Workflow(in OperationFrame frame)
    {
        var name = item.Text(Field.Workflow);
        if (frame.Type.Kind == OperationKind.Workflow)
        {
            if (name.IsEmpty) name = item.Text(Field.Agent);
            if (name.IsEmpty) name = NameOf(frame.Name.Span);
            if (name.IsEmpty) return ServiceAs(parts.Vocabulary.Workflows, frame);
        }

        return parts.Vocabulary.Workflows.Get(name);
    }

    public Label Tool(in OperationFrame frame)
    {
        if (frame.Type.Kind != OperationKind.Tool) return LabelPool.None;
        var name = item.Text(Field.Tool);
        return parts.Vocabulary.Tools.Get(name.IsEmpty ? NameOf(frame.Name.Span) : name);
    }

    private ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> spanName)
    {
        var name = item.Text(Field.EntityName);
        return name.IsEmpty ? EntityNames.Of(spanName, item.Text(Field.RequestModel)) : name;
    }

    private static Label ServiceAs(LabelPool pool, in OperationFrame frame) => pool.Get(frame.Resource.Service.Text);
}
