using System.Diagnostics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Recording;

namespace Tidemark.Instrumentation;

/// <summary>Which model is asked for what.</summary>
internal readonly record struct ModelCall(string Operation, string Model, string? Provider)
{
    public string SpanName => Model.Length == 0 ? Operation : string.Concat(Operation, " ", Model);

    public void AddTags(Activity activity, RecordingRules rules)
    {
        activity.AddTold(GenAiAttributes.OperationName, Operation);
        if (rules.UsesCurrentNames)
            activity.AddTold(GenAiAttributes.ProviderName, Provider);
        if (rules.UsesOlderNames)
            activity.AddTold(GenAiAttributes.OldSystem, Provider);
        if (Model.Length != 0)
            activity.AddTold(GenAiAttributes.RequestModel, Model);
    }
}
