using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>Operation, model and provider of a call.</summary>
internal readonly record struct ModelCall(string Operation, string Model, string? Provider)
{
    public string SpanName => Model.Length == 0 ? Operation : string.Concat(Operation, " ", Model);

    public void AddTags(Activity activity, RecordingRules rules)
    {
        activity.AddKnown(GenAiAttributes.OperationName, Operation);
        if (rules.UsesCurrentNames)
            activity.AddKnown(GenAiAttributes.ProviderName, Provider);
        if (rules.UsesOlderNames)
            activity.AddKnown(GenAiAttributes.OldSystem, Provider);
        if (Model.Length != 0)
            activity.AddKnown(GenAiAttributes.RequestModel, Model);
    }
}
