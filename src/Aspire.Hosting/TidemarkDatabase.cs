using Aspire.Hosting.ApplicationModel;

namespace Tidemark.Aspire.Hosting;

/// <summary>The PostgreSQL container that a collector is given where the AppHost names no database.</summary>
internal static class TidemarkDatabase
{
    /// <summary>Takes the collector's own server out of the model when it is to use another database.</summary>
    public static void Replace<T>(IResourceBuilder<T> tidemark, IResourceBuilder<IResourceWithConnectionString> database)
        where T : ITidemarkResource
    {
        var resources = tidemark.ApplicationBuilder.Resources;
        var name = tidemark.Resource.Name;
        if (database.Resource.Name == $"{name}-database")
            return;

        foreach (var own in resources.Where(resource => resource.Name == $"{name}-database" || resource.Name == $"{name}-postgres").ToList())
        {
            resources.Remove(own);
            foreach (var wait in tidemark.Resource.Annotations.OfType<WaitAnnotation>().Where(wait => wait.Resource == own).ToList())
                tidemark.Resource.Annotations.Remove(wait);
        }
    }
}
