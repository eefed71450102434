using System.Diagnostics;
using Tidemark.Conventions;

namespace Tidemark.Instrumentation;

/// <summary>Which model is asked for what.</summary>
internal sealed record ModelCall(string Operation, string Model, string? Provider)
{
    public string SpanName => Model.Length == 0 ? Operation : $"{Operation} {Model}";

    public void AddTags(Activity activity)
    {
        activity.AddTag(GenAiAttributes.OperationName, (object)Operation);
        if (Provider is not null)
            activity.AddTag(GenAiAttributes.ProviderName, (object)Provider);
        if (Model.Length != 0)
            activity.AddTag(GenAiAttributes.RequestModel, (object)Model);
    }
}
