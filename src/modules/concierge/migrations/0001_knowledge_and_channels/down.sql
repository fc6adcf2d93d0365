drop table channels, knowledge_documents;
